import subprocess
import sys

ZWAAR = {"simplemma", "deduce", "docdeid", "spacy", "sklearn", "numpy", "pandas", "django"}


def test_importing_the_language_parts_loads_nothing_heavy():
    modules = "maskeren lemmas talen leesbaarheid taalcontrole stopwoorden".split()
    code = "import sys; " + "; ".join(f"import basis.taal.{m}" for m in modules)
    code += "; print(*{naam.partition('.')[0] for naam in sys.modules})"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(uit.stdout.split()).isdisjoint(ZWAAR)


def test_masking_never_runs_the_package_that_brings_the_lists():
    code = "import sys; from basis.taal.maskeren import find_maskers; find_maskers('Ik ben Kees'); "
    code += "print('deduce' in sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "False"
