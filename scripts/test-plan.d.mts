export function browserFiles(kind: string, isLong: boolean): { include: string[]; exclude: string[] };
export function slowUnitFiles(): string[];
export function filesThatMock(): string[];
