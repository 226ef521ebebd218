# 国家概览与页面的全部文字（简体中文）。

### 页面

skip-link = 跳至正文
strapline = 欧盟各经济体中的绿色与数字技术
languages = 语言
contents = 目录
demo-label = 演示数据
demo-text = 本页所有数字均来自生成的演示数据，与真实国家无关。
reconstruction-tag = 方法重建
reconstruction = Sextant 重建了“欧洲产业生态系统监测”（European Monitor of Industrial Ecosystems）的方法。本页数字并非欧盟委员会的官方数据。
edition-named = 版本 { $edition }
footer-edition = 版本 { $edition }，由 Sextant { $engine } 构建。版本标识：
years = { $first }年至{ $last }年

index-title = Sextant 国家概览
index-lead = 各成员国在绿色与数字技术以及产业生态系统中的发明与贸易。
index-edition = 版本
index-years = 年份
index-observations = 观测值
index-sources = 数据来源
index-countries = 各国概览
index-others = 本版本中的其他国家
index-map = 成员国地图
index-observations-csv = 本版本的全部观测值：
not-found = 未找到
went-wrong = 出现错误
problem-figures = 图表
problem-country = 本版本没有国家“{ $country }”。
problem-path = { $path } 处没有内容。
problem-lang = Sextant 没有“{ $lang }”语言版本，只有英文、荷兰文、法文和中文：en、nl、fr、zh。
problem-fault = 无法生成该页面。程序提示：

### 国家概览

sheet-title = { $country }：国家概览
sheet-lead = 绿色与数字技术以及各产业生态系统产品的专利与贸易
key-facts = 关键数据
facts-about = 数值取自至少有20个成员国具备数据的最近年份，并列出在这些成员国中的排名。
facts-caption-patents = 专利指标与欧盟27国排名
facts-caption-trade = 贸易指标与欧盟27国排名
facts-note-patents = 1 为最高值。排名只计当年有数值的欧盟27国成员国。RTA 为显示性技术优势：大于 1 表示该国在此具有专业化优势。
facts-note-trade = 1 为最高值。排名只计当年有数值的欧盟27国成员国。RCA 为显示性比较优势：大于 1 表示该国在此具有专业化优势。
facts-missing = 本版本没有该国的专利或贸易指标。
group-green = 绿色技术
group-digital = 数字技术
group-ecosystems = 产业生态系统
group-product-groups = 其他发布机构的产品组
group-fields = 技术领域
group-all-patents = 全部发明合计
group-total = 全部产品合计

section-patents = 专利
section-balance = 贸易差额
section-trend = 历年变化
section-comparison = 成员国比较
figure-number = 图{ $number }
figure-missing = 本版本没有此图所需的数据。
figure-table = 数值、排名与来源
downloads = 下载：
observations-csv = 该国的全部观测值：

column-subject = 技术或生态系统
column-country = 国家
column-exports = 出口，百万美元
column-imports = 进口，百万美元
column-trade-exports = 出口
column-trade-imports = 进口
column-trade-relative-balance = 相对贸易差额
column-trade-world-share = 占世界出口的份额
column-trade-export-share-eu27 = 占欧盟27国出口的份额
column-trade-rca = RCA
column-families = 专利族
column-patent-families = 专利族
column-patent-country-share = 占本国专利的份额
column-patent-world-share = 占世界专利的份额
column-patent-rta = RTA
column-patent-rpa = RPA
column-rank = 欧盟27国排名
column-strip = 排名，由首位至末位
column-year = 年份
column-status = 状态
column-source = 来源
column-definition = 定义
column-id = 标识
column-version = 版本

### 指标

indicator-patent-families = 专利族
indicator-patent-country-share = 占本国专利的份额
indicator-patent-world-share = 占世界专利的份额
indicator-patent-rta = 显示性技术优势
indicator-patent-rpa = 相对专利优势
unit-patent-families = 专利族数
unit-patent-country-share = 占本国专利族的百分比
unit-patent-world-share = 占世界专利族的百分比
unit-patent-rta = 比值；1 为世界平均水平
unit-patent-rpa = 指数，−100 至 100
about-patent-families = 寻求国际保护的发明，按申请人地址计。
about-patent-country-share = 该技术或生态系统占本国全部专利族的份额。
about-patent-world-share = 该国占世界该技术或生态系统专利族的份额。
about-patent-rta = 该技术在本国专利族中的比重除以其在世界专利族中的比重。大于 1 表示该国在此具有专业化优势。
about-patent-rpa = 将显示性技术优势换算到 −100 至 100 之间；大于 0 表示该国具有专业化优势。
indicator-trade-exports = 出口
indicator-trade-imports = 进口
indicator-trade-relative-balance = 相对贸易差额
indicator-trade-world-share = 占世界出口的份额
indicator-trade-export-share-eu27 = 占欧盟27国出口的份额
indicator-trade-rca = 显性比较优势
unit-trade-exports = 美元
unit-trade-imports = 美元
unit-trade-relative-balance = 占进出口总额的百分比
unit-trade-world-share = 占世界出口的百分比
unit-trade-export-share-eu27 = 占欧盟27国出口的百分比
unit-trade-rca = 比值；1 为世界平均水平
about-trade-exports = 该国向国外销售的相关产品。
about-trade-imports = 该国从国外购买的相关产品。
about-trade-relative-balance = 出口减进口，占出口与进口之和的百分比。取值介于 −100（仅有进口）与 +100（仅有出口）之间。
about-trade-world-share = 该国在相关产品世界出口中的份额。
about-trade-export-share-eu27 = 该国在27个成员国相关产品出口中的份额。
about-trade-rca = 相关产品在该国出口中的比重除以其在世界出口中的比重。大于 1 表示该国在此方面专业化。

### 数字与排名

percent = { $number }%
rank = { $of }国中第{ $rank }
rank-line = 欧盟排名：{ $rank }
balance-deficit = 逆差
balance-surplus = 顺差
count-n = n = { $n }
open-sentence = 数据尚不完整的年份中全球专利族数占{ $year }年的百分比：{ $years }。
open-years = 尚不完整
tooltip-line = { $name }：{ $value }
tooltip-line-ranked = { $name }：{ $value }（欧盟排名：{ $rank }）

### 状态

flag-break = 序列中断
flag-incomplete-members = 成员国不全
flag-incomplete-year = 年份不完整
flag-low-count = 专利族数少
flag-truncated = 该年数据尚不完整
flag-partial-codes = 仅部分产品
flag-partial-products = 产品不全
about-flag-break = 序列在此中断：该数值不能与此前年份比较。
about-flag-incomplete-members = 有数值的成员国不足27个，因此欧盟27国总计不完整。
about-flag-incomplete-year = 来源未涵盖该年的全部月份。
about-flag-low-count = 该值所依据的专利族很少，数量稍有增减即会明显变动。
about-flag-truncated = 该年的数据尚不完整：专利申请的公布有延迟，这并不表示下降。
about-flag-partial-codes = 来源仅包含该定义中的部分产品。
about-flag-partial-products = 来源未涵盖全部产品，其总计仅为所选产品之和。
flag-note = { $mark }：{ $about }
flag-unknown = 版本中的标记“{ $flag }”。
flagged-note = 空心标记：有保留的数值，详见注释。
break-mark = 中断
break-sentence = { $name }：序列在{ $years }年中断，前后数值不可比较。

### 来源

source-patstat = 欧洲专利局 PATSTAT Global
source-docdb = 欧洲专利局 DOCDB
source-ep-xml = 欧洲专利局全文文献
source-patent-counts = 已统计的专利族
source-baci = CEPII BACI
source-comtrade = UN Comtrade
source-comext = Eurostat Comext
source-imf-lct = 国际货币基金组织 Trade in Low Carbon Technology Products
short-source-patstat = PATSTAT
short-source-docdb = DOCDB
short-source-ep-xml = 欧洲专利局文献
short-source-patent-counts = 专利统计
short-source-baci = BACI
short-source-comtrade = Comtrade
short-source-comext = Comext
short-source-imf-lct = IMF
source-line = 来源：{ $sources }。计算：Sextant，版本 { $edition }。
source-line-demo = 按下列来源的格式生成的演示数据：{ $sources }。计算：Sextant，版本 { $edition }。
source-with-edition = { $name }（{ $edition }）
sources = 来源
source-edition = 版本
source-licence = 许可
source-citation = 引用
source-files = 文件
source-file-list = 文件及其校验和（SHA-256，前若干位）
source-extent = { $files } 个文件，保留 { $rows } 行，隔离 { $quarantined } 行

### 方法

method = 方法
method-about = 以下公式取自计算这些数字的程序本身。
method-ranks = 欧盟27国排名等于数值更大的成员国数目加一；数值相同者排名相同。仅对有数值的成员国排名，每个排名均注明参与排名的国家数目。
method-years = 单一年份的图表显示至少有20个成员国具备数据的最近年份；若无此类年份，则显示现有的最近年份。
method-breaks = 若序列的跳变超出其自身走势以及其他国家走势所能解释的程度，则标记为中断，文字不比较中断前后的年份。缺失值就是缺失，绝不记为零。
method-differs = 本程序的定义或公式与构建该版本时所用的不同。数字属于该版本；名称、版本号和公式属于本程序。
checks-run = 已对数据运行 { $count } 项检查。
checks-warning = 检查 { $check } 发现 { $rows } 行。
definitions-table = 各定义的版本
definitions-checksum = 定义
method-checksum = 公式
table-caption = { $title }。{ $subtitle }。{ $unit }。

### 供无法看到图表的读者使用的说明

alt-item = { $name } { $value }
alt-values = { $place }：{ $values }。
alt-missing = 无数值：{ $names }。
alt-ends = 最高：{ $highest }。最低：{ $lowest }。
alt-own = { $country }：{ $value }，欧盟排名：{ $rank }。
alt-last = { $name }：{ $year }年为 { $value }。
