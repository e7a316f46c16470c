import { pinyin } from 'pinyin-pro'

/** The pinyin of each character of a name, in the sense the words around it give; itself where it has none. */
export function readingsOf(name: string): readonly string[] {
  return pinyin(name, { toneType: 'none', type: 'array', v: true })
}
