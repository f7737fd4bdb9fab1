"""What a hand does that Playwright has no one word for, and where it goes."""

from dateline.records import Query

_SPOT = """([region, words]) => {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = '';
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const first = text.indexOf(words);
  const spot = (at) => {
    const [start, node] = nodes.findLast(([start]) => start <= at);
    const range = document.createRange();
    range.setStart(node, at - start);
    range.setEnd(node, at - start + 1);
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    return () => range.getBoundingClientRect();
  };
  const begin = spot(first)(), end = spot(first + words.length - 1)(), start = spot(first)();
  return [start.left + 1, start.top + start.height / 2, end.right - 1, end.top + end.height / 2];
}"""


def select(page, words):
    """Drag the mouse over words of the report."""
    region = page.get_by_label("Report text").element_handle()
    x, y, to_x, to_y = page.evaluate(_SPOT, [region, words])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
    page.mouse.move(to_x, to_y)
    page.mouse.up()


def told_most(live):
    """Give the incident with a place that most reports tell, as the list shows it."""
    placed = [row for row in live.store.search(Query()) if row.place]
    return max(placed, key=lambda row: (row.reports, row.id))
