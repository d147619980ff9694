"""Boats of the sea, buses, ambulances."""

from demo.drawing.canvas import Canvas, mix
from demo.drawing.palettes import DAY, Colour


def ship(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A wooden fishing boat with its painted bow."""
    colours = canvas.palette
    canvas.oval(x, y + size * 0.01, size * 0.5, size * 0.03, colours.dark, 70)
    canvas.line([(x + size * 0.04, y - size * 0.14), (x + size * 0.04, y - size * 0.62)], colours.dark, size * 0.012)
    canvas.line(
        [(x + size * 0.04, y - size * 0.6), (x - size * 0.42, y - size * 0.17)], colours.dark, size * 0.006, 170
    )
    canvas.line(
        [(x + size * 0.04, y - size * 0.6), (x + size * 0.46, y - size * 0.2)], colours.dark, size * 0.006, 170
    )
    canvas.box(x + size * 0.08, y - size * 0.36, size * 0.22, size * 0.24, mix(colours.wall, colours.sky_low, 0.2), 4)
    canvas.box(x + size * 0.06, y - size * 0.385, size * 0.26, size * 0.035, colours.roof, 3)
    for number in range(3):
        canvas.box(x + size * (0.105 + number * 0.062), y - size * 0.31, size * 0.042, size * 0.06, colours.dark, 2)
    hull = [
        (x - size * 0.52, y - size * 0.24),
        (x - size * 0.3, y - size * 0.15),
        (x + size * 0.3, y - size * 0.13),
        (x + size * 0.5, y - size * 0.19),
        (x + size * 0.42, y),
        (x - size * 0.36, y),
    ]
    canvas.polygon(hull, mix((48, 100, 132), colours.dark, 0.25))
    canvas.polygon(
        [
            hull[0],
            hull[1],
            hull[2],
            hull[3],
            (x + size * 0.48, y - size * 0.14),
            (x + size * 0.3, y - size * 0.09),
            (x - size * 0.31, y - size * 0.1),
            (x - size * 0.49, y - size * 0.18),
        ],
        colours.red,
    )


def bus(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A small bus seen from the side, its wheels at ``y``."""
    canvas.box(x, y - size * 0.42, size, size * 0.36, DAY.wall, size * 0.05)
    canvas.box(x, y - size * 0.2, size, size * 0.14, canvas.palette.red, size * 0.03)
    for number in range(4):
        canvas.box(
            x + size * (0.06 + number * 0.235), y - size * 0.37, size * 0.19, size * 0.14, canvas.palette.dark, 3
        )
    for share in (0.22, 0.78):
        canvas.oval(x + size * share, y - size * 0.05, size * 0.075, size * 0.075, canvas.palette.dark)
        canvas.oval(x + size * share, y - size * 0.05, size * 0.03, size * 0.03, DAY.wall)


def ambulance(canvas: Canvas, x: float, y: float, size: float, stripe: Colour) -> None:
    """An ambulance seen from the side, its wheels at ``y``."""
    dark = canvas.palette.dark
    canvas.oval(x + size * 0.5, y + 2, size * 0.52, size * 0.03, dark, 80)
    canvas.box(x, y - size * 0.46, size * 0.72, size * 0.4, (250, 250, 246), size * 0.04)
    canvas.polygon(
        [
            (x + size * 0.7, y - size * 0.42),
            (x + size * 0.84, y - size * 0.4),
            (x + size * 0.95, y - size * 0.23),
            (x + size, y - size * 0.2),
            (x + size, y - size * 0.06),
            (x + size * 0.7, y - size * 0.06),
        ],
        (250, 250, 246),
    )
    canvas.polygon(
        [
            (x + size * 0.74, y - size * 0.38),
            (x + size * 0.83, y - size * 0.37),
            (x + size * 0.91, y - size * 0.24),
            (x + size * 0.74, y - size * 0.24),
        ],
        mix(dark, canvas.palette.sky_top, 0.4),
    )
    canvas.box(x, y - size * 0.2, size, size * 0.05, stripe)
    canvas.box(x + size * 0.27, y - size * 0.41, size * 0.05, size * 0.16, stripe, 2)
    canvas.box(x + size * 0.215, y - size * 0.355, size * 0.16, size * 0.05, stripe, 2)
    canvas.box(x + size * 0.6, y - size * 0.5, size * 0.1, size * 0.045, canvas.palette.red, 4)
    for share in (0.2, 0.8):
        canvas.oval(x + size * share, y - size * 0.06, size * 0.075, size * 0.075, dark)
        canvas.oval(x + size * share, y - size * 0.06, size * 0.032, size * 0.032, (220, 220, 214))
