"""Shapes: what a body or an answer consists of, as tables, and an example of it."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

Schema = dict[str, Any]
DEEP = 6  # an example shows no shape within itself again and again
LIMITS = {
    "minimum": "≥ {}",
    "maximum": "≤ {}",
    "minLength": "at least {} signs",
    "maxLength": "at most {} signs",
    "minItems": "at least {}",
    "maxItems": "at most {}",
}
PLAIN: dict[str, object] = {"string": "…", "integer": 1, "number": 1, "boolean": True}


def table(schema: Schema) -> str:
    """The fields of an object, one a row; nothing for what has none."""
    fields = schema.get("properties", {})
    if not fields:
        return f"<p>{kind(schema)}</p>"
    needed = schema.get("required", [])
    rows = (_row(name, one, needed=name in needed) for name, one in fields.items())
    return f"<table>{''.join(rows)}</table>"


def kind(schema: Schema) -> str:
    """What a value is, with links to the shapes it is made of."""
    if name := name_of(schema):
        return f'<a href="#shape-{escape(name)}">{escape(name)}</a>'
    if several := schema.get("anyOf"):
        return " or ".join(dict.fromkeys(kind(one) for one in several))
    if "const" in schema or "enum" in schema:
        known = schema.get("enum", [schema.get("const")])
        return " · ".join(f"<code>{escape(str(one))}</code>" for one in known)
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    return escape(str(schema.get("format") or schema.get("type") or "any value"))


def name_of(schema: Schema) -> str:
    """The shape it refers to; nothing when it is told in place."""
    return str(schema.get("$ref", "")).rpartition("/")[2]


def example(schema: Schema, shapes: dict[str, Schema], deep: int = 0) -> object:
    """A value that could be sent: what must be there, and what there are examples of."""
    if name := name_of(schema):
        return example(shapes[name], shapes, deep + 1) if deep < DEEP else {}
    for several in schema.get("anyOf", [])[:1]:
        return example({**several, **_given(schema)}, shapes, deep)
    for known in (schema.get("examples"), schema.get("enum")):
        if known:
            return known[0]
    for name in ("const", "default"):
        if name in schema:
            return schema[name]
    if schema.get("type") == "object":
        return dict(_fields(schema, shapes, deep))
    if schema.get("type") == "array":
        return [example(schema.get("items", {}), shapes, deep + 1)]
    return PLAIN.get(str(schema.get("type")))


def shown(value: object) -> str:
    """A value as JSON, for people."""
    return escape(json.dumps(value, indent=2, ensure_ascii=False), quote=False)


def _fields(schema: Schema, shapes: dict[str, Schema], deep: int) -> Iterator[tuple[str, object]]:
    needed = schema.get("required", [])
    for name, one in schema.get("properties", {}).items():
        if name in needed or (deep <= 1 and _given(one)):
            yield name, example(one, shapes, deep + 1)


def _given(schema: Schema) -> Schema:
    return {"examples": schema["examples"]} if schema.get("examples") else {}


def _row(name: str, schema: Schema, *, needed: bool) -> str:
    said = [escape(str(schema.get("description", "")).removesuffix("."), quote=False)]
    for limited in (schema, *schema.get("anyOf", [])):
        said += [text.format(limited[key]) for key, text in LIMITS.items() if key in limited]
    if schema.get("default") not in (None, "", []):
        said.append(f"else <code>{escape(str(schema['default']))}</code>")
    if examples := schema.get("examples"):
        said.append(f"such as <code>{escape(str(examples[0]))}</code>")
    must = " <b>needed</b>" if needed else ""
    told = "; ".join(one for one in said if one)
    cells = (f"<code>{escape(name)}</code>{must}", kind(schema), told)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
