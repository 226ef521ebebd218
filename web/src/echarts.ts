// The parts of ECharts that our charts use, and no others.
import { init, use } from "echarts/core";
import { BarChart, LineChart, MapChart } from "echarts/charts";
import { GraphicComponent, GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, MapChart, GraphicComponent, GridComponent, TooltipComponent, SVGRenderer]);

export { init };
