"""What every drawing is made with: the canvas, scales, axes, labels, colours, typefaces, SVG."""
