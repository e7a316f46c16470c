/** Why something cannot be done to a unit, for who wants to do it. */
export const organisationTexts: Readonly<Record<string, () => string>> = {
  'organisation-code-taken': () => '这个代码已属于另一个单位。请换一个代码。',
  'organisation-ended': () => '该单位在这一天已撤销或并入其他单位。请核对日期。',
  'organisation-not-ended': () => '该单位没有撤销，无需恢复。',
  'organisation-not-begun': () => '日期早于该单位成立之日。请核对日期。',
  'organisation-has-units': () => '该单位下还有单位。请先将它们调整到其他单位，或改用“并入”。',
  'organisation-changes-later': () =>
    '该单位或其下级单位在这一天之后还有更名或调整的记录。请核对日期。',
  'organisation-above-missing': () => '所选上级单位在这一天不存在。请核对日期或另选单位。',
  'organisation-above-below': () => '所选单位是该单位自己或其下级，不能成为上级。请另选单位。',
  'organisation-into-missing': () =>
    '不能并入所选单位：它在这一天不存在、已经撤销，或就是该单位自己。请另选单位。',
  'organisation-unknown': () => '所选区域没有这个单位，或该单位已撤销。请重新选择。',
  'role-needs-organisation': () => '这个角色须限定到一个单位。请选择单位。',
  'role-needs-region': () => '这个角色不能限定到单位。请不选单位。',
}
