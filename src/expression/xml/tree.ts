/** A node of an XML document; a document holds its root element and what stands beside it. */
export type XmlNode = XmlDocument | XmlElement | XmlAttribute | XmlText | XmlOther;

/** The whole. */
export interface XmlDocument {
  readonly type: 'document';
  /** The attributes of `<?xml ...?>`, where it is there. */
  readonly declaration?: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlNode[];
}

/** An element; its name as written, with its prefix. */
export interface XmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly namespace: string;
  /** In the order written, declarations of namespaces too. */
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
}

/** An attribute. */
export interface XmlAttribute {
  readonly type: 'attribute';
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** Text; `cdata` where it was written as such. */
export interface XmlText {
  readonly type: 'text';
  readonly value: string;
  readonly cdata?: boolean;
}

/** A comment, or a processing instruction, of which `name` is the target. */
export interface XmlOther {
  readonly type: 'comment' | 'instruction';
  readonly name: string;
  readonly value: string;
}
