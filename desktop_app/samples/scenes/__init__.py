"""Scenes drawn from numbers only, without any picture, font or model.

Each kind of scene has a module of its own name; `road` and `reef` are settings that several scenes
share. The tools and parts are in `desktop_app.samples.drawing`, the table of all scenes in
`desktop_app.samples.repertoire`.
"""
