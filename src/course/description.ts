/** Reads one of the YAML files of the content: it has to be there, to fit its schema, and its links to lead somewhere. */
import type { z } from 'astro/zod';
import { neededText, type Reading } from './reading.ts';
import { checkFields } from './references.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface DescriptionFile {
  readonly file: string;
  /** What the file is for, said where it is missing. */
  readonly expected: string;
  /** Where its format is written. */
  readonly read: string;
  /** Address of the page that shows it. */
  readonly page: string;
}

/** `undefined` when the text is missing or has mistakes; those have been reported. */
export function readDescription<Schema extends z.ZodType>(
  { file, expected, read, page }: DescriptionFile,
  schema: Schema,
  reading: Reading,
): (YamlFile<z.output<Schema>> & { readonly value: z.output<Schema> }) | undefined {
  const text = neededText(file, { expected, read }, reading);
  if (text === undefined) return undefined;
  const { value, data, place } = readYaml({ file, text, read }, schema, reading.report);
  if (value === undefined) return undefined;
  checkFields(value, place, page, reading);
  return { value, data, place };
}
