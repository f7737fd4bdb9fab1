export const incident = {
  'incident.title': 'Incident',
};
