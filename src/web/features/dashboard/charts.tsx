import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

export type Point = { label: string; value: number };
export type ChartProps = { points: readonly Point[]; write: (value: number) => string };

const text = { fill: 'var(--ink-muted)', fontSize: 12 };
const grid = <CartesianGrid stroke="var(--line)" />;
const margin = { top: 16, right: 8, bottom: 0, left: 0 };
const tip = {
  contentStyle: {
    background: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: 6,
    color: 'var(--ink)',
  },
  itemStyle: { color: 'var(--ink)' },
  separator: ' ',
  isAnimationActive: false,
} as const;

function written(write: ChartProps['write']) {
  return (value: unknown) => [write(Number(value)), ''] satisfies [string, string];
}

/** A bar for each point, from the left, with its value at the end. */
export function Bars({ points, write }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        layout="vertical"
        data={[...points]}
        margin={{ ...margin, top: 0, right: 48 }}
      >
        <XAxis type="number" hide allowDecimals={false} />
        <YAxis
          type="category"
          dataKey="label"
          width={112}
          tick={text}
          axisLine={false}
          tickLine={false}
          interval={0}
        />
        <Bar
          dataKey="value"
          fill="var(--accent)"
          radius={2}
          maxBarSize={24}
          minPointSize={1}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="value"
            position="right"
            style={text}
            formatter={(value) => write(Number(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A column for each month. */
export function Columns({ points, write }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart accessibilityLayer={false} data={[...points]} margin={margin}>
        {grid}
        <XAxis dataKey="label" tick={text} stroke="var(--line-strong)" tickLine={false} />
        <YAxis tick={text} width={40} axisLine={false} tickLine={false} allowDecimals={false} />
        <Tooltip {...tip} cursor={{ fill: 'var(--hover)' }} formatter={written(write)} />
        <Bar dataKey="value" fill="var(--accent)" radius={2} maxBarSize={32} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A line over time, from zero. */
export function Trend({ points, write, short }: ChartProps & { short: ChartProps['write'] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart accessibilityLayer={false} data={[...points]} margin={margin}>
        {grid}
        <XAxis dataKey="label" tick={text} stroke="var(--line-strong)" tickLine={false} />
        <YAxis tick={text} width={64} axisLine={false} tickLine={false} tickFormatter={short} />
        <Tooltip {...tip} cursor={{ stroke: 'var(--line-strong)' }} formatter={written(write)} />
        <Area
          dataKey="value"
          stroke="var(--accent)"
          strokeWidth={2}
          fill="var(--accent-soft)"
          dot={{ r: 2, fill: 'var(--accent)' }}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
