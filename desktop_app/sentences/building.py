"""Why no model can be built of a network; only the command line shows these."""

from __future__ import annotations

from desktop_app.core.building.errors import BuildProblem

BUILD_PROBLEMS = {
    BuildProblem.NEEDS_ONNX: (
        "Building a model of {path} needs the package onnx. Run 'pip install onnx' to add it."
    ),
    BuildProblem.NEEDS_TRAINING: (
        "{path} is no ONNX file. For networks of timm, a component has to be installed ({detail})."
        " 'lookalike train' says how to add it. Or give an ONNX file."
    ),
    BuildProblem.NOT_EXPORTED: (
        "{path} is neither a file nor a network of timm that can be exported. {detail}"
    ),
    BuildProblem.NOT_THERE: (
        "{path} does not exist. Give the ONNX file of an image encoder, or a folder with one."
    ),
    BuildProblem.NO_NETWORK: (
        "{path} has no ONNX file, or several ({detail}). Give the ONNX file itself."
    ),
    BuildProblem.UNREADABLE: "{path} cannot be read ({detail}). Check its name and permissions.",
    BuildProblem.TOO_LARGE: (
        "{path} is too large ({detail} MB). Lookalike takes networks of at most 1,000 MB, and"
        " image encoders of about 100 million weights."
    ),
    BuildProblem.TOO_MANY_WEIGHTS: (
        "The image encoder in {path} has too many weights: a model of Lookalike has an encoder of"
        " at most 200 MB. Use a smaller variant of it."
    ),
    BuildProblem.NOT_ONNX: (
        "{path} is not an ONNX network, or is damaged ({detail}). Export the encoder as ONNX, with"
        " its weights in the same folder."
    ),
    BuildProblem.NO_PICTURES: (
        "{path} takes no pictures; its inputs: {detail}. Use the image encoder alone, which is"
        " often called vision_model.onnx."
    ),
    BuildProblem.WRONG_SIDE: (
        "{path} takes pictures of {detail} pixels. Lookalike needs a square with sides of 32 to"
        " 1,024 pixels. Leave out --size, or export the network for such a square."
    ),
    BuildProblem.NO_EMBEDDING: (
        "{path} has no output with one vector for each picture, for that input or of that name"
        " ({detail}). Name another one with --output."
    ),
    BuildProblem.TOO_FEW_FEATURES: (
        "{path} computes {detail} numbers for each picture, which is too few. Use an encoder with"
        " 64 or more, and at least as many as --bits."
    ),
    BuildProblem.FORBIDDEN_OPERATOR: (
        "{path} contains what Lookalike does not run ({detail}). Export the network again in"
        " float32 with opset 18, and neither quantised nor optimised."
    ),
    BuildProblem.NOT_RUNNABLE: (
        "The network in {path} cannot be run ({detail}). If that takes too much, use a smaller"
        " variant; otherwise export it again with a free number of pictures, or for one."
    ),
    BuildProblem.TOO_SLOW: (
        "The network in {path} takes too long for one picture ({detail}): indexing would take"
        " hours, and Lookalike stops such a model. Give a smaller --size if the network allows it,"
        " or use a smaller variant."
    ),
    BuildProblem.NOT_FINITE: (
        "The network in {path} gives numbers that are not finite or not the same each time"
        " ({detail}). Check --mean, --std and --range, and export it in float32."
    ),
    BuildProblem.CONSTANT: (
        "The network in {path} gives the same numbers for all photos. Check --mean, --std and"
        " --range, and that it contains trained weights."
    ),
    BuildProblem.DISAGREES: (
        "The network in {path} computes something else in the form that Lookalike runs ({detail})."
        " Export it again with opset 18."
    ),
    BuildProblem.BAD_CONFIG: (
        "{path} does not describe the pixels of a network as expected ({detail}). Correct it, or"
        " give --size, --mean and --std."
    ),
}
