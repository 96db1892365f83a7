import { z } from 'zod';

const Environment = z.object({
  PROJECT: z.string(),
  LOCATION: z.string(),
  MODEL: z.string(),
  SAMPLE_SHARE: z.coerce.number().min(0).max(1),
  SAMPLES_BUCKET: z.string(),
});

const read = Environment.parse(process.env);

export const settings = {
  project: read.PROJECT,
  location: read.LOCATION,
  model: read.MODEL,
  sampleShare: read.SAMPLE_SHARE,
  samplesBucket: read.SAMPLES_BUCKET,
};
