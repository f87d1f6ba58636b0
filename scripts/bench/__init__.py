"""`make bench`: measures Grondvlak on this machine and writes docs/metingen.md.

A section is a function that gives a `Sectie`; `__main__` lists them. What can be compared with something
simpler is measured next to it in the same run, so that the ratio says more than this machine's speed.
"""
