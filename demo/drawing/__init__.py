"""Illustrations of the demo province, drawn by code: same key, same bytes."""

from demo.drawing.catalogue import PICTURES, Picture, draw

__all__ = ["PICTURES", "Picture", "draw"]
