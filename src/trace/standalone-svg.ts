/**
 * A timeline as a picture that stands alone: an SVG file with its styles in it, in the light colours, that image
 * viewers open. They know neither custom properties nor themes, so the rules of `timeline-drawing.css` are written out
 * here with the colours of `tokens.css`.
 */
import { gutterOf, INSET_PX, layOut } from './figure.ts';
import { element, escapeMarkup, oneLine } from './markup.ts';
import { timelineSummary } from './summary.ts';
import { drawParts } from './svg.ts';
import type { Timeline } from './timeline.ts';

/** As `tokens.css` has them for light pages; a test holds them equal. */
export const LIGHT = {
  paper: '#fcfbf8',
  ink: '#1b1a18',
  'ink-soft': '#4c4a45',
  rule: '#d9d5cc',
  'rule-strong': '#8a867c',
  'main-thread': '#2f62c9',
  'main-thread-text': '#1f4aa3',
  worker: '#0f7f6e',
  'worker-text': '#0a5f52',
  blocked: '#cf3a22',
  'blocked-text': '#a32511',
  failed: '#a3195b',
  'failed-text': '#8a1049',
  retried: '#b26a00',
  waiting: '#8f8b81',
} as const;

const PAD_PX = 16;
const HEAD_PX = 28;

/** `source` is a sentence on which run it is. */
export function standaloneSvg(timeline: Timeline, source: string, widthPx = 1200): string {
  const figure = layOut(timeline, { widthPx: widthPx - 2 * PAD_PX, gutterPx: gutterOf(timeline) });
  const parts = [...drawParts(figure, { id: 'timeline' }).values()].join('');
  const heightPx = figure.heightPx + HEAD_PX + 2 * PAD_PX;
  const drawing = {
    class: 'timeline',
    x: PAD_PX + figure.gutterPx + INSET_PX,
    y: PAD_PX + HEAD_PX,
    width: figure.scale.widthPx,
    height: figure.heightPx,
    overflow: 'visible',
  };
  const head = { class: 'head', x: PAD_PX, y: PAD_PX + 12 };
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: widthPx,
      height: heightPx,
      viewBox: `0 0 ${widthPx} ${heightPx}`,
      role: 'img',
    },
    element('title', {}, escapeMarkup(timelineSummary(timeline))) +
      element('style', {}, STYLE) +
      element('rect', { width: '100%', height: '100%', fill: LIGHT.paper }) +
      element('text', head, escapeMarkup(oneLine(source, 140))) +
      element('svg', drawing, parts),
  )}\n`;
}

/** So much of a tone on paper. */
function tint(tone: string, share: number): string {
  const part = (from: number): string => {
    const [ink, paper] = [tone, LIGHT.paper].map((color) =>
      Number.parseInt(color.slice(from, from + 2), 16),
    );
    const mixed = Math.round((ink ?? 0) * share + (paper ?? 0) * (1 - share));
    return mixed.toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

const DENSITY = { dense: 0.85, loose: 0.6, sparse: 0.35 };

function laneRules(lane: 'main' | 'worker'): string {
  const tone = lane === 'main' ? LIGHT['main-thread'] : LIGHT.worker;
  const text = lane === 'main' ? LIGHT['main-thread-text'] : LIGHT['worker-text'];
  const within = `.lane-${lane}`;
  return `${within} .loop,${within} .closed,${within} .timers{stroke:${tone}}
${within} .opened{fill:${tone}}
${within} .lane-label{fill:${text}}
${within} .span rect{fill:${tint(tone, 0.24)};stroke:${tone}}
${Object.entries(DENSITY)
  .map(([density, share]) => `${within} .bars.${density}{fill:${tint(tone, share)}}`)
  .join('\n')}`;
}

function stateRules(state: 'failed' | 'retried'): string {
  const tone = LIGHT[state];
  return `.lane .span.${state} rect{fill:${tint(tone, 0.24)};stroke:${tone}}
.lane .bars.${state}{fill:${tint(tone, 0.6)}}`;
}

const STYLE = `
text{font:400 12px 'JetBrains Mono',ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:${LIGHT.ink};stroke:${LIGHT.paper};stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.head,.tick-label,.mark-label,.aside{fill:${LIGHT['ink-soft']}}
.head,.tick-label,.span-label,.block-label{stroke:none}
.lane-label,.block-label,.failed-label{font-weight:600}
.mark-label{font-style:italic}
.tick,.lane-rule{stroke:${LIGHT.rule}}
.base,.process-rule{stroke:${LIGHT['rule-strong']}}
.process-rule{stroke-dasharray:4 3}
.loop,.closed{stroke-width:2}
.unheard{stroke-dasharray:1 5;stroke-linecap:round}
.failed path{stroke:${LIGHT.failed};stroke-width:2.5;fill:none}
.failed-label{fill:${LIGHT['failed-text']}}
.hatch-ground,.plate{fill:${LIGHT.paper}}
.hatch-line{stroke-width:2.5}
.hatch-blocked .hatch-line,.hatched{stroke:${LIGHT.blocked}}
.hatch-busy .hatch-line{stroke:${LIGHT.worker};stroke-width:1.25}
.hatched{stroke-width:1.25}
.busy .hatched{stroke:${LIGHT.worker}}
.shade{fill:${LIGHT.blocked};fill-opacity:0.07}
.block-label{fill:${LIGHT['blocked-text']}}
.busy .block-label{fill:${LIGHT['worker-text']}}
${laneRules('main')}
${laneRules('worker')}
${stateRules('failed')}
${stateRules('retried')}
.lane .span.waiting rect{fill:${LIGHT.paper};stroke:${LIGHT.waiting};stroke-dasharray:3 2}
.lane .bars.waiting{fill:${tint(LIGHT.waiting, 0.35)}}
.span.running rect{stroke-dasharray:3 2}
.mark line{stroke:${LIGHT['ink-soft']};stroke-dasharray:2 3}
.message line{stroke:${LIGHT['ink-soft']}}
.arrow,.message circle{fill:${LIGHT['ink-soft']}}
.lost line{stroke-dasharray:2 3}
.start line{stroke:${LIGHT['rule-strong']};stroke-dasharray:1 3}
.kill line{stroke:${LIGHT.failed};stroke-width:2}
.timers{fill:none}
`;
