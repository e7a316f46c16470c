/** Where an expression is written. */
export const expression = {
  expression: {
    offers: '可以写的',
    offered: '{count} 项可选，上下键选择，回车采用',
    kinds: { name: '名称', function: '函数', unit: '单位', word: '符号' },
    begin: '输入名称、拼音或函数，边写边提示；按 Alt+↓ 列出全部',
    right: '写法正确',
    unit: '写法正确，结果单位：{unit}',
    condition: '写法正确，结果为成立或不成立',
    show: '指到出错的地方',
  },
} as const
