"""The table of scenes: a name and the function that draws it."""

from __future__ import annotations

from collections.abc import Callable

from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.scenes.balloon import draw_balloon
from desktop_app.samples.scenes.beach import draw_beach
from desktop_app.samples.scenes.boat import draw_boat
from desktop_app.samples.scenes.cake import draw_cake
from desktop_app.samples.scenes.car import draw_car
from desktop_app.samples.scenes.desert import draw_desert
from desktop_app.samples.scenes.fish import draw_fish
from desktop_app.samples.scenes.flower import draw_flower
from desktop_app.samples.scenes.forest import draw_forest
from desktop_app.samples.scenes.fruit import draw_fruit
from desktop_app.samples.scenes.house import draw_house
from desktop_app.samples.scenes.mountain import draw_mountain
from desktop_app.samples.scenes.night_city import draw_night_city
from desktop_app.samples.scenes.portrait import draw_portrait
from desktop_app.samples.scenes.snow import draw_snow
from desktop_app.samples.scenes.sunset import draw_sunset

SCENES: dict[str, Callable[[Canvas, Generator], None]] = {
    "balloon": draw_balloon,
    "beach": draw_beach,
    "boat": draw_boat,
    "cake": draw_cake,
    "car": draw_car,
    "desert": draw_desert,
    "fish": draw_fish,
    "flower": draw_flower,
    "forest": draw_forest,
    "fruit": draw_fruit,
    "house": draw_house,
    "mountain": draw_mountain,
    "night_city": draw_night_city,
    "portrait": draw_portrait,
    "snow": draw_snow,
    "sunset": draw_sunset,
}
