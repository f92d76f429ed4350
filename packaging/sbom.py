"""List all that a package of Lookalike contains, as CycloneDX 1.6 in JSON (a bill of materials).

    python packaging/sbom.py FILE [--extra train]

Names every package that is required, with its version, licence, address on PyPI and what it
requires, and the libraries of other projects inside it, without those that must be taken out of a
package (x265). Equal environments at one commit give equal files.
"""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from installed import OWN, Component, Library, own_needs, required_components
from licence_terms import terms_of
from packageurl import PackageURL
from packaging.utils import canonicalize_name
from release import commit_time, version


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--extra", action="append", default=[])
    arguments = parser.parse_args()
    components = required_components(arguments.extra)
    text = bill_of_materials(components, own_needs(arguments.extra))
    arguments.file.write_text(text, "utf-8")


def bill_of_materials(components: Sequence[Component], needs: Sequence[str]) -> str:
    """Return the JSON. `needs` are the names of the packages that Lookalike itself requires."""
    own = Entry(
        name=OWN,
        version=version(),
        type=ComponentType.APPLICATION,
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
        bom_ref=OWN,
    )
    entries = {canonicalize_name(each.name): _entry(each) for each in components}
    bom = Bom(components=entries.values())
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(commit_time(), UTC)
    bom.register_dependency(own, [entries[canonicalize_name(name)] for name in needs])
    for each in components:
        below = [entries[canonicalize_name(name)] for name in each.needs]
        bom.register_dependency(entries[canonicalize_name(each.name)], below)
    contents = "".join(f"{each.name} {each.version}\n" for each in components)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{OWN} {version()}\n{contents}")
    return JsonV1Dot6(bom).output_as_string(indent=2)


def _entry(component: Component) -> Entry:
    name = canonicalize_name(component.name)
    return Entry(
        name=component.name,
        version=component.version,
        type=ComponentType.LIBRARY,
        licenses=_licences(component.licence),
        purl=PackageURL("pypi", None, name, component.version),
        bom_ref=name,
        components=[_inside(name, library) for library in component.packaged_libraries],
    )


def _inside(package: str, library: Library) -> Entry:
    return Entry(
        name=library.name,
        type=ComponentType.LIBRARY,
        licenses=_licences(library.licence),
        bom_ref=BomRef(f"{package}/{library.name}").value,
    )


def _licences(expression: str) -> list[LicenseExpression | DisjunctiveLicense]:
    """Return an expression; other words as the name of a licence."""
    if not expression:
        return []
    is_known = terms_of(expression) is not None
    return [LicenseExpression(expression) if is_known else DisjunctiveLicense(name=expression)]


if __name__ == "__main__":
    main()
