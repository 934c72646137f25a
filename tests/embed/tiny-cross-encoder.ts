import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, modelsFolder, vendoredModel } from './vendored-model.js'

/**
 * A real cross-encoder whose every score is known: an ONNX graph without weights that counts how many tokens of the text
 * are also in the query (each as often as the text has it, special tokens never), with the tokenizer of the bundled
 * model. Written here as protobuf, by the field numbers of onnx.proto.
 */

interface TinyOptions {
  /** Logits that it gives a pair. */
  labels?: number
  outputName?: string
  /** Window, special tokens included. */
  maxTokens?: number
}

/** @returns the folder, which is gone after the test */
export async function makeTinyCrossEncoder(options: TinyOptions = {}): Promise<string> {
  const folder = join(await makeFolder(), 'tiny-cross-encoder')
  await writeTinyCrossEncoder(folder, options)
  return folder
}

export async function writeTinyCrossEncoder(
  folder: string,
  { labels = 1, outputName = 'logits', maxTokens = 512 }: TinyOptions = {},
): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true })
  await cp(join(modelsFolder, vendoredModel, 'tokenizer.json'), join(folder, 'tokenizer.json'))
  const json = (name: string, value: object) => writeFile(join(folder, name), JSON.stringify(value))
  await json('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', model_max_length: maxTokens })
  await json('config.json', {
    architectures: ['BertForSequenceClassification'],
    model_type: 'bert',
    max_position_embeddings: 512,
  })
  await writeFile(join(folder, 'onnx', 'model.onnx'), encodeModel(labels, outputName))
}

/** Ids up to [MASK] in the vocabulary of BERT are no words. */
const lastSpecialId = 103

function encodeModel(labels: number, outputName: string): Uint8Array {
  const nodes = [
    // [batch, tokens], 1 where a token is one of the text's words, or of the query's.
    node('Cast', ['token_type_ids'], 'isText', { to: float }),
    node('Sub', ['one', 'isText'], 'isQuery'),
    node('Greater', ['input_ids', 'lastSpecial'], 'isWordFlag'),
    node('Cast', ['isWordFlag'], 'isWord', { to: float }),
    node('Mul', ['isText', 'isWord'], 'textWord'),
    node('Mul', ['isQuery', 'isWord'], 'queryWord'),
    // [batch, tokens, tokens], 1 where two are the same and the second is the query's.
    node('Unsqueeze', ['input_ids', 'axis2'], 'rows'),
    node('Unsqueeze', ['input_ids', 'axis1'], 'columns'),
    node('Equal', ['rows', 'columns'], 'sameFlag'),
    node('Cast', ['sameFlag'], 'same', { to: float }),
    node('Unsqueeze', ['queryWord', 'axis1'], 'queryColumn'),
    node('Mul', ['same', 'queryColumn'], 'sameAsQuery'),
    node('ReduceMax', ['sameAsQuery'], 'inQuery', { axes: [2], keepdims: 0 }),
    node('Mul', ['inQuery', 'textWord'], 'shared'),
    node('ReduceSum', ['shared', 'axis1'], 'count', { keepdims: 1 }),
    node('Concat', Array<string>(labels).fill('count'), outputName, { axis: 1 }),
  ]
  const initializers = [
    tensor('one', float, floatBytes(1), []),
    tensor('lastSpecial', int64, int64Bytes(lastSpecialId), []),
    tensor('axis1', int64, int64Bytes(1), [1]),
    tensor('axis2', int64, int64Bytes(2), [1]),
  ]
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
    valueInfo(name, int64, ['batch', 'tokens']),
  )
  const graph = [
    ...nodes.map((each) => message(1, each)),
    text(2, 'count shared tokens'),
    ...initializers.map((each) => message(5, each)),
    ...inputs.map((each) => message(11, each)),
    message(12, valueInfo(outputName, float, ['batch', labels])),
  ]
  const irVersion = 8
  const opset = 13
  return concat(varint(1, irVersion), message(7, concat(...graph)), message(8, varint(2, opset)))
}

const float = 1
const int64 = 7

function node(
  type: string,
  inputs: string[],
  output: string,
  attributes: Record<string, number | number[]> = {},
) {
  return concat(
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => message(5, attribute(name, value))),
  )
}

const attribute = (name: string, value: number | number[]) =>
  typeof value === 'number'
    ? concat(text(1, name), varint(3, value), varint(20, 2))
    : concat(text(1, name), ...value.map((each) => varint(8, each)), varint(20, 7))

const tensor = (name: string, type: number, raw: Uint8Array, dims: number[]) =>
  concat(...dims.map((size) => varint(1, size)), varint(2, type), text(8, name), message(9, raw))

const valueInfo = (name: string, type: number, shape: (string | number)[]) => {
  const dims = shape.map((size) => message(1, typeof size === 'number' ? varint(1, size) : text(2, size)))
  return concat(text(1, name), message(2, message(1, concat(varint(1, type), message(2, concat(...dims))))))
}

/** Protobuf: a field is its number and wire type, then its value. */
const varint = (field: number, value: number) => Uint8Array.from([...digits(field * 8), ...digits(value)])
const message = (field: number, bytes: Uint8Array) =>
  Uint8Array.from([...digits(field * 8 + 2), ...digits(bytes.length), ...bytes])
const text = (field: number, value: string) => message(field, new TextEncoder().encode(value))

/** Base 128, lowest first, each but the last with the high bit. */
function digits(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...digits(Math.floor(value / 128))]
}

const concat = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const floatBytes = (value: number) => new Uint8Array(Float32Array.of(value).buffer)
const int64Bytes = (value: number) => new Uint8Array(BigInt64Array.of(BigInt(value)).buffer)
