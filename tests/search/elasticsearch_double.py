"""As much of Elasticsearch's REST interface as modelsearch uses, in memory; the official client talks to it.

It refuses what it does not know, so a query in another form fails here instead of finding nothing.
"""

import json
import re
from collections import defaultdict
from operator import ge, gt, le, lt
from typing import Any
from urllib.parse import parse_qs, urlsplit

from elastic_transport import ApiResponseMeta, BaseNode, ConnectionError, HttpHeaders
from elastic_transport._node import NodeApiResponse

# index → {"mappings", "settings", "docs"}; alias → index
indices: dict[str, dict[str, Any]] = {}
aliases: dict[str, str] = {}
scrolls: dict[str, tuple[list, int]] = {}
# Whether it answers at all.
down = False


def forget() -> None:
    """Begin with an empty server that is up."""
    global down
    down = False
    for store in (indices, aliases, scrolls):
        store.clear()


def tokens(text: str, index: dict[str, Any]) -> list[str]:
    """Split as the index's default analyzer does: at spaces if it is a whitespace tokenizer, else at non-words."""
    analyzers = index["settings"].get("analysis", {}).get("analyzer", {})
    whitespace = analyzers.get("default", {}).get("tokenizer") == "whitespace"
    return text.split() if whitespace else re.findall(r"\w+", text.lower())


class Missing(Exception):
    """There is no such index or document."""


class Double(BaseNode):
    """A node that answers from memory."""

    def perform_request(self, method, target, body=None, headers=None, request_timeout=None):
        if down:
            raise ConnectionError("refused")
        address = urlsplit(target)
        text = body.decode() if isinstance(body, bytes) else body or ""
        options = {name: values[-1] for name, values in parse_qs(address.query).items()}
        try:
            status, answer = 200, answered(method, [part for part in address.path.split("/") if part], options, text)
        except Missing:
            status, answer = 404, {"error": {"type": "index_not_found_exception"}, "status": 404}
        headers = HttpHeaders({"content-type": "application/json", "x-elastic-product": "Elasticsearch"})
        meta = ApiResponseMeta(node=self.config, duration=0.0, http_version="1.1", status=status, headers=headers)
        return NodeApiResponse(meta, b"" if method == "HEAD" else json.dumps(answer).encode())

    def close(self) -> None:
        """Nothing is open."""


def index_named(name: str) -> dict[str, Any]:
    name = aliases.get(name, name)
    if name not in indices:
        raise Missing
    return indices[name]


def answered(method: str, path: list[str], options: dict[str, str], text: str) -> Any:
    """Return the answer to one request; an AssertionError where the double does not know it."""
    for room in (of_indices, of_documents, of_searches):
        answer = room(method, path, options, text)
        if answer is not None:
            return answer
    raise AssertionError(f"the double does not know {method} {'/'.join(path)}")


def of_indices(method: str, path: list[str], options: dict[str, str], text: str) -> Any:
    match method, path:
        case "PUT", [name]:
            said = json.loads(text or "{}")
            indices[name] = {"settings": said.get("settings", {}), "mappings": {}, "docs": {}}
            return {"acknowledged": True}
        case "DELETE", [name]:
            index_named(name)
            del indices[name]
            return {"acknowledged": True}
        case "PUT", [name, "_mapping"]:
            index_named(name)["mappings"].update(json.loads(text)["properties"])
            return {"acknowledged": True}
        case "PUT", [index, "_alias", name]:
            index_named(index)
            aliases[name] = index
            return {"acknowledged": True}
        case "HEAD", ["_alias", name]:
            if name not in aliases:
                raise Missing
            return {}
        case "GET", ["_alias", name]:
            return {aliases[name]: {"aliases": {name: {}}}}
        case "POST", [name, "_refresh"]:
            index_named(name)
            return {"_shards": {"failed": 0}}
    return None


def of_documents(method: str, path: list[str], options: dict[str, str], text: str) -> Any:
    match method, path:
        case "PUT", ["_bulk"] | [_, "_bulk"]:
            return bulk(path[0], text)
        case "PUT", [name, "_doc", key]:
            index_named(name)["docs"][key] = json.loads(text)
            return {"result": "created"}
        case "DELETE", [name, "_doc", key]:
            if index_named(name)["docs"].pop(key, None) is None:
                raise Missing
            return {"result": "deleted"}
    return None


def of_searches(method: str, path: list[str], options: dict[str, str], text: str) -> Any:
    match method, path:
        case "POST", [name, "_count"]:
            return {"count": len(found(name, json.loads(text)["query"]))}
        case "POST", [name, "_search"]:
            return page(name, json.loads(text), options)
        case "POST", ["_search", "scroll"]:
            hits, place = scrolls[json.loads(text)["scroll_id"]]
            return {"_scroll_id": json.loads(text)["scroll_id"], "hits": {"hits": scroll_on(hits, place, text)}}
        case "DELETE", ["_search", "scroll"]:
            scrolls.pop(json.loads(text)["scroll_id"], None)
            return {"succeeded": True}
    return None


def bulk(name: str, text: str) -> Any:
    lines = [json.loads(line) for line in text.splitlines() if line]
    items = []
    for action, document in zip(lines[::2], lines[1::2], strict=True):
        assert set(action) == {"index"}, action
        index_named(action["index"].get("_index", name))["docs"][action["index"]["_id"]] = document
        items.append({"index": {"_id": action["index"]["_id"], "status": 201}})
    return {"errors": False, "items": items}


def page(name: str, body: dict[str, Any], options: dict[str, str]) -> Any:
    hits = sorted_hits(name, found(name, body["query"]), body.get("sort", []))
    size = int(body.get("size", options.get("size", 10)))
    start = int(body.get("from", options.get("from", 0)))
    assert start + size <= 10_000, "Result window is too large"
    if "scroll" in options:
        key = f"scroll-{len(scrolls)}"
        scrolls[key] = (hits, size)
        return {"_scroll_id": key, "hits": {"hits": hits[:size]}}
    return {"hits": {"hits": hits[start : start + size]}}


def scroll_on(hits: list, place: int, text: str) -> list:
    scrolls[json.loads(text)["scroll_id"]] = (hits, place + 100)
    return hits[place : place + 100]


def sorted_hits(name: str, documents: list[dict[str, Any]], order: list[dict[str, str]]) -> list[dict[str, Any]]:
    index = index_named(name)
    for rule in reversed(order):
        ((field, way),) = rule.items()
        assert index["mappings"][field]["type"] != "text", f"no sorting by a text: {field}"
        documents.sort(key=lambda document: (document[field] is not None, document[field]), reverse=way == "desc")
    # A server gives a stored field back only if the mapping stores it.
    stored = index["mappings"].get("pk", {}).get("store")
    return [{"_score": None, "fields": {"pk": [document["pk"]]} if stored else {}} for document in documents]


def found(name: str, query: dict[str, Any]) -> list[dict[str, Any]]:
    index = index_named(name)
    return [document for document in index["docs"].values() if answers(document, query, index)]


def values_of(document: dict[str, Any], field: str, index: dict[str, Any]) -> list[Any]:
    """Return what a document holds in a field, copied ones (``copy_to``) too."""
    copied = defaultdict(list)
    for source, rule in index["mappings"].items():
        for target in [rule["copy_to"]] if isinstance(rule.get("copy_to"), str) else rule.get("copy_to", []):
            copied[target].append(document.get(source))
    value = copied.get(field, document.get(field))
    return [item for item in (value if isinstance(value, list) else [value]) if item is not None]


def answers(document: dict[str, Any], query: Any, index: dict[str, Any]) -> bool:
    """Tell whether a document answers a query of Elasticsearch's language."""
    if isinstance(query, list):
        return all(answers(document, part, index) for part in query)
    ((kind, rule),) = query.items()
    match kind:
        case "bool":
            return bool_answers(document, rule, index)
        case "match_all":
            return True
    ((field, wanted),) = rule.items()
    assert field in index["mappings"], f"no mapping for {field}"
    values = values_of(document, field, index)
    match kind:
        case "term":
            return _plain(wanted) in map(_plain, values)
        case "terms":
            return bool({_plain(value) for value in wanted} & {_plain(value) for value in values})
        case "prefix":
            return any(str(value).startswith(wanted) for value in values)
        case "range":
            tests = {"gte": ge, "gt": gt, "lte": le, "lt": lt}
            return any(all(tests[way](value, edge) for way, edge in wanted.items()) for value in values)
        case "match":
            return match_answers(values, wanted, index, field)
    raise AssertionError(f"the double does not know {kind}")


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def bool_answers(document: dict[str, Any], rule: dict[str, Any], index: dict[str, Any]) -> bool:
    assert set(rule) <= {"must", "filter", "should", "must_not"}, rule
    if not answers(document, [*_listed(rule.get("must", [])), *_listed(rule.get("filter", []))], index):
        return False
    if any(answers(document, part, index) for part in _listed(rule.get("must_not", []))):
        return False
    if "should" not in rule or {"must", "filter"} & set(rule):
        return True
    return any(answers(document, part, index) for part in _listed(rule["should"]))


def _listed(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


def match_answers(values: list[Any], wanted: Any, index: dict[str, Any], field: str) -> bool:
    rule = wanted if isinstance(wanted, dict) else {"query": wanted}
    if index["mappings"][field]["type"] == "keyword":
        return rule["query"] in values
    have = {token for value in values for token in tokens(str(value), index)}
    asked = tokens(rule["query"], index)
    return (all if rule.get("operator") == "and" else any)(token in have for token in asked)
