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

const PAPER = '#fcfbf8';
const INK = '#1b1a18';
const INK_SOFT = '#4c4a45';
const RULE = '#d9d5cc';
const RULE_STRONG = '#8a867c';
const TONES = {
  main: ['#2f62c9', '#1f4aa3'],
  worker: ['#0f7f6e', '#0a5f52'],
  blocked: ['#cf3a22', '#a32511'],
  failed: ['#a3195b', '#8a1049'],
  retried: ['#b26a00', '#7d4a00'],
  waiting: ['#8f8b81', '#5c5950'],
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
      element('rect', { width: '100%', height: '100%', fill: PAPER }) +
      element('text', head, escapeMarkup(oneLine(source, 140))) +
      element('svg', drawing, parts),
  )}\n`;
}

/** So much of a tone on paper. */
function tint(tone: string, share: number): string {
  const part = (from: number): string => {
    const [ink, paper] = [tone, PAPER].map((color) =>
      Number.parseInt(color.slice(from, from + 2), 16),
    );
    const mixed = Math.round((ink ?? 0) * share + (paper ?? 0) * (1 - share));
    return mixed.toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

const DENSITY = { dense: 0.85, loose: 0.6, sparse: 0.35 };

function laneRules(lane: 'main' | 'worker'): string {
  const [tone, text] = TONES[lane];
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
  const [tone] = TONES[state];
  return `.lane .span.${state} rect{fill:${tint(tone, 0.24)};stroke:${tone}}
.lane .bars.${state}{fill:${tint(tone, 0.6)}}`;
}

const STYLE = `
text{font:400 12px 'JetBrains Mono',ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:${INK};stroke:${PAPER};stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.head,.tick-label,.mark-label,.aside{fill:${INK_SOFT}}
.head,.tick-label,.span-label,.block-label{stroke:none}
.lane-label,.block-label,.failed-label{font-weight:600}
.mark-label{font-style:italic}
.tick,.lane-rule{stroke:${RULE}}
.base,.process-rule{stroke:${RULE_STRONG}}
.process-rule{stroke-dasharray:4 3}
.loop,.closed{stroke-width:2}
.unheard{stroke-dasharray:1 5;stroke-linecap:round}
.failed path{stroke:${TONES.failed[0]};stroke-width:2.5;fill:none}
.failed-label{fill:${TONES.failed[1]}}
.hatch-ground,.plate{fill:${PAPER}}
.hatch-line{stroke-width:2.5}
.hatch-blocked .hatch-line,.hatched{stroke:${TONES.blocked[0]}}
.hatch-busy .hatch-line{stroke:${TONES.worker[0]};stroke-width:1.25}
.hatched{stroke-width:1.25}
.busy .hatched{stroke:${TONES.worker[0]}}
.shade{fill:${TONES.blocked[0]};fill-opacity:0.07}
.block-label{fill:${TONES.blocked[1]}}
.busy .block-label{fill:${TONES.worker[1]}}
${laneRules('main')}
${laneRules('worker')}
${stateRules('failed')}
${stateRules('retried')}
.lane .span.waiting rect{fill:${PAPER};stroke:${TONES.waiting[0]};stroke-dasharray:3 2}
.lane .bars.waiting{fill:${tint(TONES.waiting[0], 0.35)}}
.span.running rect{stroke-dasharray:3 2}
.mark line{stroke:${INK_SOFT};stroke-dasharray:2 3}
.message line{stroke:${INK_SOFT}}
.arrow,.message circle{fill:${INK_SOFT}}
.lost line{stroke-dasharray:2 3}
.start line{stroke:${RULE_STRONG};stroke-dasharray:1 3}
.kill line{stroke:${TONES.failed[0]};stroke-width:2}
.timers{fill:none}
`;
