"""Let faiss compute with the BLAS of numpy: two copies of OpenBLAS take 64 MB.

The wheel of faiss contains OpenBLAS (39 MB), with its Fortran library. It is replaced in a frozen
build by a small library that passes products of matrices on to the OpenBLAS of numpy, whose
functions take 64-bit integers. Lookalike asks faiss only for nearest codes and nearest vectors,
which are such products. The other functions that faiss is linked to end the program with a
sentence. Needs a C compiler (`cc`).
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_OTHERS = (
    "dgesvd", "dgetrf", "dgetri", "dsyev", "sgelsd", "sgeqrf", "sgesvd", "sgetrf", "sgetri",
    "sorgqr",
)  # fmt: skip
_SOURCE = """
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
typedef int64_t wide;
#define GEMM(name, real)                                                                        \\
    void scipy_##name##_64_(const char *, const char *, const wide *, const wide *,             \\
        const wide *, const real *, const real *, const wide *, const real *, const wide *,     \\
        const real *, real *, const wide *);                                                    \\
    void name##_(const char *ta, const char *tb, const int *m, const int *n, const int *k,      \\
        const real *alpha, const real *a, const int *lda, const real *b, const int *ldb,        \\
        const real *beta, real *c, const int *ldc)                                              \\
    {                                                                                           \\
        wide M = *m, N = *n, K = *k, A = *lda, B = *ldb, C = *ldc;                              \\
        scipy_##name##_64_(ta, tb, &M, &N, &K, alpha, a, &A, b, &B, beta, c, &C);               \\
    }
GEMM(sgemm, float)
GEMM(dgemm, double)
void scipy_sgemv_64_(const char *, const wide *, const wide *, const float *, const float *,
    const wide *, const float *, const wide *, const float *, float *, const wide *);
void sgemv_(const char *t, const int *m, const int *n, const float *alpha, const float *a,
    const int *lda, const float *x, const int *incx, const float *beta, float *y, const int *incy)
{
    wide M = *m, N = *n, A = *lda, X = *incx, Y = *incy;
    scipy_sgemv_64_(t, &M, &N, alpha, a, &A, x, &X, beta, y, &Y);
}
void scipy_ssyrk_64_(const char *, const char *, const wide *, const wide *, const float *,
    const float *, const wide *, const float *, float *, const wide *);
void ssyrk_(const char *uplo, const char *t, const int *n, const int *k, const float *alpha,
    const float *a, const int *lda, const float *beta, float *c, const int *ldc)
{
    wide N = *n, K = *k, A = *lda, C = *ldc;
    scipy_ssyrk_64_(uplo, t, &N, &K, alpha, a, &A, beta, c, &C);
}
#define LEFT_OUT(name) void name##_(void)                                                       \\
{ fputs("Lookalike's faiss is built without " #name ".\\n", stderr); abort(); }
"""


def share_blas(build: Path) -> None:
    """Replace the OpenBLAS of faiss in a frozen build by one that calls that of numpy.

    Raises:
        FileNotFoundError: There is no C compiler.
        ValueError: There is not one OpenBLAS of each.
    """
    theirs = _only(build, "faiss_cpu.libs/libopenblas*.so*")
    numpys = _only(build, "numpy.libs/libscipy_openblas64_*.so*")
    compiler = shutil.which("cc")
    if compiler is None:
        raise FileNotFoundError("cc")
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "blas.c", Path(folder) / theirs.name
        source.write_text(_SOURCE + "".join(f"LEFT_OUT({name})\n" for name in _OTHERS), "utf-8")
        options = ["-shared", "-fPIC", "-O2", "-s", f"-Wl,-soname,{theirs.name}"]
        options += [f"-Wl,-rpath,$ORIGIN/../{numpys.parent.name}", "-Wl,--no-undefined"]
        options += ["-Wl,--allow-shlib-undefined"]  # the system finds what numpy's own needs
        command = [compiler, *options, str(source), str(numpys), "-o", str(made)]
        subprocess.run(command, check=True)  # noqa: S603
        shutil.copy(made, theirs)


def _only(build: Path, pattern: str) -> Path:
    found = [path for path in build.rglob(pattern) if not path.is_symlink()]
    if len(found) != 1:
        raise ValueError(f"{build} has {len(found)} files {pattern}")
    return found[0]
