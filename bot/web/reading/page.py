"""The page: every call with what it takes and answers. It runs nothing and asks nobody else."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

from bot.web.reading.shapes import Schema, example, kind, shown, table

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
body { color: #1d2430; background: #fff; }
code, pre { font: 14px/1.45 ui-monospace, monospace; }
pre { background: #f3f5f8; padding: .75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
td { border-top: 1px solid #dde2ea; padding: .25rem .5rem; vertical-align: top; }
summary { cursor: pointer; padding: .4rem 0; border-top: 1px solid #dde2ea; }
summary code { font-weight: 600; }
h2 { margin-top: 2rem; }
@media (prefers-color-scheme: dark) {
  body { color: #dfe5ee; background: #14181f; }
  pre { background: #1f2530; }
  a { color: #8ab4ff; }
  td, summary { border-color: #333c4a; }
}
"""
_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""What a browser may do with the page: show it."""


def page(openapi: dict[str, Any]) -> str:
    """The whole description as HTML."""
    title, version = escape(openapi["info"]["title"]), escape(openapi["info"]["version"])
    shapes = openapi["components"]["schemas"]
    parts = [
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{title} – API</title>',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{STYLE}</style></head><body>",
        f"<h1>{title} {version}</h1>",
        text(openapi["info"]["description"]),
        '<p>For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>',
        *_calls(openapi["paths"], shapes),
        "<h2>What we tell your systems</h2>",
        *_told(openapi["webhooks"]),
        "<h2>Shapes</h2>",
        *(_shape(name, one) for name, one in sorted(shapes.items())),
        "</body></html>",
    ]
    return "\n".join(parts)


def text(written: str) -> str:
    """Paragraphs and lists, with `code` in them: all that our descriptions have."""
    blocks = re.split(r"\n\s*\n", written.strip())
    return "\n".join(map(_block, blocks))


def _block(block: str) -> str:
    if not block.lstrip().startswith("* "):
        return f"<p>{_inline(block)}</p>"
    items = re.split(r"^\s*\* ", block, flags=re.MULTILINE)[1:]
    return f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>"


def _inline(written: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(" ".join(written.split()), quote=False))


def _calls(paths: dict[str, Any], shapes: dict[str, Schema]) -> Iterator[str]:
    subjects: dict[str, list[str]] = {}
    for path, methods in paths.items():
        for method, call in methods.items():
            subject = subjects.setdefault(call["tags"][0], [])
            subject.append(_call(method.upper(), path, call, shapes))
    for tag, calls in subjects.items():
        yield f"<h2>{escape(tag)}</h2>"
        yield from calls


def _call(method: str, path: str, call: dict[str, Any], shapes: dict[str, Schema]) -> str:
    sent = _content(call.get("requestBody", {}))
    parts = [
        f"<details><summary><code>{method} {escape(path)}</code> – {_inline(call['summary'])}",
        f"</summary>{text(call['description'])}",
        _parameters(call.get("parameters", [])),
    ]
    if sent:
        parts.append(f"<p>Body: {kind(sent)}</p>")
    parts.append(f"<pre>{_curl(method, path, call, shapes)}</pre>")
    parts += _answers(call["responses"])
    return "\n".join([*parts, "</details>"])


def _parameters(given: list[dict[str, Any]]) -> str:
    fields = {f"{one['name']} ({one['in']})": _parameter(one) for one in given}
    needed = [f"{one['name']} ({one['in']})" for one in given if one.get("required")]
    return table({"properties": fields, "required": needed}) if given else ""


def _parameter(given: dict[str, Any]) -> Schema:
    return {**given["schema"], "description": given.get("description", "")}


def _curl(method: str, path: str, call: dict[str, Any], shapes: dict[str, Schema]) -> str:
    """The call as it can be typed, with example values."""
    lines = [f"curl -X {method} http://127.0.0.1:8080{escape(path)}"]
    lines.append('-H "Authorization: Bearer KEY"')
    for one in call.get("parameters", []):
        if one["in"] == "header" and one.get("required"):
            lines.append(f'-H "{escape(one["name"])}: a-key-of-this-act"')
    if sent := _content(call.get("requestBody", {})):
        lines += ['-H "Content-Type: application/json"', f"-d '{shown(example(sent, shapes))}'"]
    return " \\\n  ".join(lines)


def _answers(responses: dict[str, Any]) -> Iterator[str]:
    rows = {status: _answer(status, one) for status, one in responses.items()}
    errors = [row for status, row in rows.items() if status >= "4"]
    yield f"<table>{''.join(row for row in rows.values() if row not in errors)}</table>"
    yield f"<details><summary>Errors</summary><table>{''.join(errors)}</table></details>"


def _answer(status: str, one: dict[str, Any]) -> str:
    shape = kind(_content(one)) if one.get("content") else ""
    return f"<tr><td>{status}</td><td>{_inline(one['description'])}</td><td>{shape}</td></tr>"


def _content(given: dict[str, Any]) -> Schema:
    """The shape of a body or an answer, of the only kind there is."""
    for one in given.get("content", {}).values():
        found: Schema = one.get("schema", {})
        return found
    return {}


def _told(webhooks: dict[str, Any]) -> Iterator[str]:
    for name, methods in webhooks.items():
        call = methods["post"]
        sent = _content(call["requestBody"])
        yield (
            f"<details><summary><code>{escape(name)}</code></summary>{text(call['description'])}"
            f"{table(sent)}</details>"
        )


def _shape(name: str, schema: Schema) -> str:
    about = text(schema["description"]) if schema.get("description") else ""
    title = f'<summary id="shape-{escape(name)}"><code>{escape(name)}</code></summary>'
    return f"<details open>{title}{about}{table(schema)}</details>"
