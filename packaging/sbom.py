"""List all that a package of Lookalike contains, as CycloneDX 1.6 in JSON (a bill of materials).

    python packaging/sbom.py FILE [--extra train] [--frozen FOLDER]

Names every package that is required, with its version, licence, address on PyPI and what it
requires, and the libraries of other projects inside it, without those that must be taken out of a
package (x265). With a frozen build, it also names Python and pip, and the Debian packages of the
libraries that the build has of the system. Equal environments at one commit give equal files.
"""

from __future__ import annotations

import argparse
import platform
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from building.release import commit_time, version
from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from licensing.installed import (
    OWN,
    Component,
    Library,
    own_needs,
    packaged_components,
    required_components,
)
from licensing.licence_terms import terms_of
from licensing.system_libraries import SystemPackage, system_packages
from packageurl import PackageURL
from packaging.utils import canonicalize_name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--extra", action="append", default=[])
    parser.add_argument("--frozen", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    needs = own_needs(arguments.extra)
    if arguments.frozen:
        text = bill_of_frozen(packaged_components(), needs, system_packages(arguments.frozen))
    else:
        text = bill_of_materials(required_components(arguments.extra), needs)
    arguments.file.write_text(text, "utf-8")


def bill_of_frozen(
    components: Sequence[Component], needs: Sequence[str], system: Sequence[SystemPackage]
) -> str:
    """Return the JSON for a frozen build, which has Python and libraries of the system, too."""
    beside = [_python(), *(_of_system(package) for package in system)]
    return bill_of_materials(components, needs, beside)


def bill_of_materials(
    components: Sequence[Component], needs: Sequence[str], beside: Sequence[Entry] = ()
) -> str:
    """Return the JSON.

    Args:
        components: The packages of Python.
        needs: The names of those that Lookalike itself requires.
        beside: What else there is.
    """
    own = Entry(
        name=OWN,
        version=version(),
        type=ComponentType.APPLICATION,
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
        bom_ref=OWN,
    )
    entries = {canonicalize_name(each.name): _entry(each) for each in components}
    bom = Bom(components=[*entries.values(), *beside])
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(commit_time(), UTC)
    own_parts = [entries[canonicalize_name(name)] for name in needs]
    bom.register_dependency(own, [*own_parts, *beside])
    for each in components:
        below = [entries[canonicalize_name(name)] for name in each.needs]
        bom.register_dependency(entries[canonicalize_name(each.name)], below)
    contents = "".join(f"{each.name} {each.version}\n" for each in components)
    contents += "".join(f"{each.name} {each.version}\n" for each in beside)
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
        version=library.version or None,
        type=ComponentType.LIBRARY,
        licenses=_licences(library.licence),
        purl=PackageURL.from_string(library.purl) if library.purl else None,
        bom_ref=BomRef(f"{package}/{library.title}").value,
    )


def _python() -> Entry:
    version = platform.python_version()
    return Entry(
        name="Python",
        version=version,
        type=ComponentType.PLATFORM,
        licenses=_licences("PSF-2.0"),
        purl=PackageURL("generic", None, "python", version),
        cpe=f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
        bom_ref="python",
    )


def _of_system(package: SystemPackage) -> Entry:
    qualifiers = {"arch": package.architecture, "distro": _distribution()}
    name, version = package.name, package.version or None
    ref = f"deb/{name}"
    return Entry(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        licenses=_licences(package.licence),
        purl=PackageURL("deb", _os_release().get("ID"), name, version, qualifiers),
        bom_ref=ref,
        components=[
            Entry(name=file, type=ComponentType.FILE, bom_ref=f"{ref}/{file}")
            for file in package.files
        ],
    )


def _distribution() -> str:
    about = _os_release()
    return f"{about.get('ID', 'debian')}-{about.get('VERSION_ID', 'unknown')}"


def _os_release() -> dict[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def _licences(expression: str) -> list[LicenseExpression | DisjunctiveLicense]:
    """Return an expression; other words as the name of a licence."""
    if not expression:
        return []
    is_known = terms_of(expression) is not None
    return [LicenseExpression(expression) if is_known else DisjunctiveLicense(name=expression)]


if __name__ == "__main__":
    main()
