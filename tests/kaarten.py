"""GeoJSON for tests: squares beside each other."""

import json
from collections.abc import Mapping

ZIJDE = 0.01


def maak_geojson(*eigenschappen: Mapping[str, object]) -> bytes:
    """Squares in a row from west to east, in the order given."""
    features = []
    for nummer, wat in enumerate(eigenschappen):
        x, y = 4.3 + nummer * ZIJDE, 52.0
        ring = [[x, y], [x + ZIJDE, y], [x + ZIJDE, y + ZIJDE], [x, y + ZIJDE], [x, y]]
        meetkunde = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": wat, "geometry": meetkunde})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
