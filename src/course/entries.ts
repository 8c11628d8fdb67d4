/** Reads YAML files that list things with an `id`: questions, terms, claims, misconceptions. */
import type { z } from 'astro/zod';
import type { DescriptionFile } from './description.ts';
import { type Kind, neededText, type Reading } from './reading.ts';
import { checkFields } from './references.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface EntriesFile extends DescriptionFile {
  readonly kind: Kind;
  /** Key of the list in the file; `undefined` where the file is the list. */
  readonly key?: string;
}

/** `undefined` when the text is missing or has mistakes; those have been reported. */
export function readEntries<Schema extends z.ZodType>(
  { file, expected, read, page, kind, key }: EntriesFile,
  schema: Schema,
  reading: Reading,
): (YamlFile<z.output<Schema>> & { readonly value: z.output<Schema> }) | undefined {
  const text = neededText(file, { expected, read }, reading);
  if (text === undefined) return undefined;
  const yaml = readYaml({ file, text, read }, schema, reading.report);

  // An entry with a mistake exists all the same: who refers to it has made none.
  const names = reading.names[kind];
  const list = key === undefined ? yaml.data : property(yaml.data, key);
  if (!Array.isArray(list)) names.cannotTell();
  else {
    list.forEach((entry: unknown, index) => {
      const id = property(entry, 'id');
      const path = key === undefined ? [index, 'id'] : [key, index, 'id'];
      if (typeof id === 'string') names.give(id, yaml.place(path));
    });
  }
  const { value, data, place } = yaml;
  if (value === undefined) return undefined;
  checkFields(value, place, page, reading);
  return { value, data, place };
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
