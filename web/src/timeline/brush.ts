import { brushX, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';

type Edges = [number, number] | null;

export interface BrushParams {
  width: number;
  height: number;
  edges: Edges;
  onend: (edges: Edges) => void;
}

/** A Svelte action: d3's brush on a `<g>`, for the pointer. The handles for the keyboard are ours. */
export function brush(node: SVGGElement, params: BrushParams) {
  const area = select<SVGGElement, unknown>(node);
  const made = brushX<unknown>();
  let onend = params.onend;
  made.on('end', (event: D3BrushEvent<unknown>) => {
    // Without a source event it was we who moved the brush.
    if (event.sourceEvent) onend(event.selection as Edges);
  });

  function lay({ width, height, edges, onend: next }: BrushParams): void {
    onend = next;
    made.extent([
      [0, 0],
      [width, height],
    ]);
    area.call(made);
    area.call(made.move, edges);
  }

  lay(params);
  return { update: lay, destroy: () => made.on('end', null) };
}
