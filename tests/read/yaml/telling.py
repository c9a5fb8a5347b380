"""How tests say what is wrong with a text of YAML."""

from build_scripts.read.yaml.reader import read_yaml


def said(text: str, first_line: int = 1) -> list[str]:
    """The problems of a text, as `line:column message [rule]`."""
    _, problems = read_yaml(text, "f.yml", first_line)
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]
