import type {
  ArithmeticCommandExpansion,
  ArithmeticExpression,
  ParameterOperation,
  TestExpression,
  Word,
  WordPart,
} from 'unbash';

/** The words that `[[ ]]` compares. */
export function testedWords(expression: TestExpression): readonly Word[] {
  switch (expression.type) {
    case 'TestUnary':
      return [expression.operand];
    case 'TestBinary':
      return [expression.left, expression.right];
    case 'TestLogical':
      return expression.operands.flatMap(testedWords);
    case 'TestNot':
      return testedWords(expression.operand);
    default:
      return testedWords(expression.expression);
  }
}

/** The words behind the operator of a `${x:-y}`. */
export function operandsOf(operation: ParameterOperation | undefined): readonly Word[] {
  switch (operation?.type) {
    case 'Default':
    case 'Remove':
      return [operation.operand];
    case 'Replace':
      return [operation.pattern, operation.replacement];
    default:
      return [];
  }
}

/** What the shell expands in `$(( ))`. */
export function expandedParts(expression: ArithmeticExpression): readonly (WordPart | ArithmeticCommandExpansion)[] {
  switch (expression.type) {
    case 'ArithmeticBinary':
      return [...expandedParts(expression.left), ...expandedParts(expression.right)];
    case 'ArithmeticUnary':
      return expandedParts(expression.operand);
    case 'ArithmeticTernary':
      return [expression.test, expression.consequent, expression.alternate].flatMap(expandedParts);
    case 'ArithmeticGroup':
      return expandedParts(expression.expression);
    case 'ArithmeticWord':
      return expression.parts ?? [];
    default:
      return [expression];
  }
}
