"""Small drawn scenes, from nothing but numbers: no picture, font or model is read.

`canvas`, `layer`, `outlines`, `colour` and `noise` are the materials; `light`, `ground`, `trees`,
`table`, `road` and `reef` are what scenes stand in; each kind of scene has a module of its name,
some with a helper (`bodywork`, `facade`, `face`, `hair`, `person`); `repertoire` names them all.
"""
