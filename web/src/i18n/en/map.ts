export const map = {
  'map.title': 'Map',
  'map.canvas': 'Arrow keys move, plus and minus go nearer and farther',
  'map.zoomIn': 'Nearer',
  'map.zoomOut': 'Farther',
  'map.failed':
    'This browser draws no maps (WebGL is off). The list holds the same incidents, and the filters work on it.',
  'map.credit': 'Outlines: Natural Earth · names: GeoNames',
  'map.worst': 'least certain: {grade}',
  'map.fit': 'Show all',
  'map.here': 'Only this area',
  'map.key': 'Key',
  'map.keyShape': 'Shape and colour: the kind',
  'map.keyFill': 'Fill: how well attested',
  'map.keySize': 'Size',
  'map.byKilled': 'by killed',
  'map.byCount': 'by count',
  'map.keyArea': 'A soft area: no more than the district, province or country is known',
  'map.keyCluster':
    'A number in a ring: incidents near each other; the ring is that of the least certain',
};
