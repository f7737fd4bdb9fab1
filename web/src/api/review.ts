import type { Judged, Judgements, NewJudgement, Review } from '$/records';
import { call, type Parameters, read } from './client';

export const review = (query: Parameters, signal?: AbortSignal): Promise<Review> =>
  read('/review', query, signal);

/** Rejects with a 412 Problem, whose facts say who changed what, when `etag` is out of date. */
export const judge = (judgement: NewJudgement, etag: string): Promise<Judged> =>
  call('POST', '/judgements', { body: judgement, match: etag });

/** Taking back a taking-back brings the judgements again. */
export const undo = (numbers: number[], reason?: string): Promise<Judged> =>
  call('POST', '/judgements/undo', { body: { numbers, ...(reason ? { reason } : {}) } });

export const judgements = (query: Parameters, signal?: AbortSignal): Promise<Judgements> =>
  read('/judgements', query, signal);
