import { line } from 'd3-shape';
import { addDays, daysBetween, type Day } from '$lib/domain/day.ts';
import { BEST, byDay, MIDDLE, WORST, type MoodPoint, type Stretch } from './mood.ts';

export interface Size {
	width: number;
	height: number;
}

interface Place {
	x: number;
	y: number;
}

/** Where everything stands in a chart of that size. Days without a mark are gaps: nothing is drawn between their neighbours. */
export function chartOf(points: readonly MoodPoint[], stretch: Stretch, classDays: readonly Day[], size: Size) {
	const dayCount = daysBetween(stretch.from, stretch.to) + 1;
	const x = (day: Day) =>
		round(MARGIN + ((size.width - 2 * MARGIN) * (daysBetween(stretch.from, day) + 0.5)) / dayCount);
	const y = (score: number) =>
		round(size.height - MARGIN - ((size.height - 2 * MARGIN) * (score - WORST)) / (BEST - WORST));

	const markByDay = new Map(byDay(points).map((point) => [point.day, point.score]));
	const days = Array.from({ length: dayCount }, (_, n) => addDays(stretch.from, n));
	const marks = days.map((day) => {
		const score = markByDay.get(day);
		return score === undefined ? undefined : { x: x(day), y: y(score) };
	});

	const path = line<Place | undefined>()
		.defined((mark) => mark !== undefined)
		.x((mark) => mark!.x)
		.y((mark) => mark!.y);

	return {
		line: path(marks) ?? '',
		dots: marks.filter((mark) => mark !== undefined),
		dotRadius: dayCount <= 7 ? 5 : dayCount <= 31 ? 3.5 : 2.5,
		levels: [BEST, MIDDLE, WORST].map((score) => ({ score, y: y(score) })),
		classes: classDays.filter((day) => stretch.from <= day && day <= stretch.to).map((day) => ({ day, x: x(day) })),
		/** A week has room for a letter under each day. */
		letters: dayCount <= 7 ? days.map((day) => ({ day, x: x(day) })) : []
	};
}

/** Room for the largest dot. */
const MARGIN = 8;

const round = (px: number) => Math.round(px * 10) / 10;
