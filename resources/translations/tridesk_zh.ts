<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>IncidentMenu</name>
    <message>
        <source>Hold for how many minutes? Words after the number are the reason.</source>
        <translation>挂起多少分钟？数字后面的文字作为原因。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Minutes: &quot;%1&quot; is not a number from 1 to %2.</source>
        <translation>分钟数：“%1”不是 1 到 %2 之间的数字。</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复处理</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Regrade</source>
        <translation>调整级别</translation>
    </message>
    <message>
        <source>Why is it %1 now?</source>
        <translation>为什么调整为%1？</translation>
    </message>
    <message>
        <source>Which open incident is this another report of? Its number:</source>
        <translation>这是哪一起在处警情的重复报警？请输入编号：</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Number: no open incident &quot;%1&quot;.</source>
        <translation>编号：没有在处警情“%1”。</translation>
    </message>
    <message>
        <source>Attach to another incident…</source>
        <translation>并入另一起警情…</translation>
    </message>
    <message>
        <source>Split off again…</source>
        <translation>重新拆分…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Why is it an incident of its own?</source>
        <translation>为什么单独立为一起警情？</translation>
    </message>
    <message>
        <source>Why is it opened again?</source>
        <translation>为什么重新打开？</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>It came back from the agency…</source>
        <translation>单位已退回…</translation>
    </message>
    <message>
        <source>Hand over to an agency…</source>
        <translation>移交其他单位…</translation>
    </message>
    <message>
        <source>What did the agency answer?</source>
        <translation>该单位如何答复？</translation>
    </message>
    <message>
        <source>Which agency takes it?</source>
        <translation>移交给哪个单位？</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Its tags, parted by blanks; - for none:</source>
        <translation>标签，用空格分隔；- 表示没有：</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Wait for which unit, and for how many minutes at most? Words after that are the reason.</source>
        <translation>等候哪个单位，最多多少分钟？其后的文字为原因。</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>排队等候</translation>
    </message>
    <message>
        <source>Let it wait for a unit…</source>
        <translation>排队等候某单位…</translation>
    </message>
    <message>
        <source>Let it wait for whoever of %1 comes free</source>
        <translation>等候“%1”最先空闲的单位</translation>
    </message>
</context>
<context>
    <name>Late</name>
    <message>
        <source>%1, incident %2</source>
        <translation>%1，警情 %2</translation>
    </message>
    <message>
        <source>What you asked for</source>
        <translation>您提交的操作</translation>
    </message>
    <message>
        <source>Reinforcement</source>
        <translation>增援</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>发给 %1 的消息</translation>
    </message>
    <message>
        <source>“Got it” to a message</source>
        <translation>消息“已收到”</translation>
    </message>
    <message>
        <source>Your own incident</source>
        <translation>自行上报的警情</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>下岗</translation>
    </message>
    <message>
        <source>Answer to the safety check</source>
        <translation>安全检查应答</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急求援</translation>
    </message>
    <message>
        <source>no such order</source>
        <translation>没有这条指令</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was done, unit</comment>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>Order to %1</source>
        <translation>派警给 %1</translation>
    </message>
    <message>
        <source>Recall of an order</source>
        <translation>撤回指令</translation>
    </message>
    <message>
        <source>%1 in place of another</source>
        <translation>改派 %1</translation>
    </message>
    <message>
        <source>Chasing</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新警情</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改警情</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>恢复处理</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>标记“%1”</translation>
    </message>
    <message>
        <source>Attaching to another</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Noting the emergency</source>
        <translation>确认紧急求救</translation>
    </message>
    <message>
        <source>Ending the emergency</source>
        <translation>解除紧急求救</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全检查</translation>
    </message>
    <message>
        <source>no longer to be seen here</source>
        <translation>本席位已看不到</translation>
    </message>
</context>
<context>
    <name>MapFurniture</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>MapSource</name>
    <message>
        <source>%1 What is shown was kept from before.</source>
        <translation>%1当前显示的是以前保存的地图。</translation>
    </message>
    <message>
        <source>The map file cannot be read: %1</source>
        <translation>地图文件无法读取：%1</translation>
    </message>
    <message>
        <source>The map source gives something that is no picture: %1</source>
        <translation>地图源给出的不是图片：%1</translation>
    </message>
    <message>
        <source>The map source gives a picture that is too large: %1</source>
        <translation>地图源给出的图片过大：%1</translation>
    </message>
    <message>
        <source>The map server cannot be reached: %1</source>
        <translation>无法连接地图服务器：%1</translation>
    </message>
    <message>
        <source>The map server does not answer.</source>
        <translation>地图服务器没有应答。</translation>
    </message>
    <message>
        <source>The map server refuses, with HTTP status %1.</source>
        <translation>地图服务器拒绝请求，HTTP 状态 %1。</translation>
    </message>
    <message>
        <source>The map server sends from one address to another and never to a picture.</source>
        <translation>地图服务器反复转址，始终没有给出图片。</translation>
    </message>
    <message>
        <source>The map server&apos;s description of itself cannot be read: %1</source>
        <translation>地图服务器的能力描述无法读取：%1</translation>
    </message>
    <message>
        <source>The map server has no layer in Web Mercator; it has: %1</source>
        <translation>地图服务器没有 Web 墨卡托图层，只有：%1</translation>
    </message>
    <message>
        <source>The map server has no such layer; it has: %1</source>
        <translation>地图服务器没有该图层，只有：%1</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>缺少地址。</translation>
    </message>
    <message>
        <source>The address has %1 characters; 2000 are the most.</source>
        <translation>地址有 %1 个字符，最多 2000 个。</translation>
    </message>
    <message>
        <source>The address begins with neither http:// nor https://, or names no server: %1</source>
        <translation>地址不以 http:// 或 https:// 开头，或没有服务器名：%1</translation>
    </message>
    <message>
        <source>The address holds a user&apos;s name or password, which do not belong there: %1</source>
        <translation>地址中含有用户名或密码，不应写在这里：%1</translation>
    </message>
    <message>
        <source>The address says nowhere which picture is wanted: {z}, {x} and {y}, or {q}: %1</source>
        <translation>地址没有说明要哪一张图片（{z}、{x}、{y} 或 {q}）：%1</translation>
    </message>
    <message>
        <source>The address holds %1, which is not known: {z} {x} {y} {-y} {q} {s} are.</source>
        <translation>地址中的 %1 无法识别，可用的有：{z} {x} {y} {-y} {q} {s}。</translation>
    </message>
    <message>
        <source>The address holds {s}, but the names that it stands for are missing.</source>
        <translation>地址含有 {s}，但没有给出它代表的名称。</translation>
    </message>
    <message>
        <source>One of the names that {s} stands for is none: %1</source>
        <translation>{s} 代表的名称之一不合规：%1</translation>
    </message>
    <message>
        <source>A picture&apos;s edge is 256 or 512 pixels, not %1.</source>
        <translation>图片边长应为 256 或 512 像素，不能是 %1。</translation>
    </message>
    <message>
        <source>The zooms %1 are not a range between 0 and 22.</source>
        <translation>缩放级别 %1 不在 0 至 22 的范围内。</translation>
    </message>
    <message>
        <source>The map server has no such matrix set for this layer in Web Mercator; it has: %1</source>
        <translation>地图服务器的该图层没有此墨卡托瓦片矩阵集；现有：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::Actions</name>
    <message>
        <source>New incident</source>
        <translation>新接警</translation>
    </message>
    <message>
        <source>Dispatch the selected units</source>
        <translation>派出所选警力</translation>
    </message>
    <message>
        <source>Recall the last order</source>
        <translation>撤回上一条指令</translation>
    </message>
    <message>
        <source>Sign the incoming orders</source>
        <translation>签收全部来令</translation>
    </message>
    <message>
        <source>Import incidents…</source>
        <translation>导入警情…</translation>
    </message>
    <message>
        <source>Import posts…</source>
        <translation>导入单位…</translation>
    </message>
    <message>
        <source>Import units…</source>
        <translation>导入警力…</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>转到警情列表</translation>
    </message>
    <message>
        <source>Go to the units</source>
        <translation>转到警力</translation>
    </message>
    <message>
        <source>Go to the incident</source>
        <translation>转到警情详情</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>转到地图</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation>夜间配色</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Save the layout as…</source>
        <translation>布局另存为…</translation>
    </message>
    <message>
        <source>The layout as it came</source>
        <translation>恢复默认布局</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>查找地点</translation>
    </message>
    <message>
        <source>Show what is selected</source>
        <translation>定位所选</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Station areas</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Fixed cameras</source>
        <translation>固定摄像机</translation>
    </message>
    <message>
        <source>Lines of orders</source>
        <translation>出警连线</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Tridesk</source>
        <translation>关于 Tridesk</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>警情(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Turn the map to the left</source>
        <translation>向左转动地图</translation>
    </message>
    <message>
        <source>Turn the map to the right</source>
        <translation>向右转动地图</translation>
    </message>
    <message>
        <source>North up</source>
        <translation>正北朝上</translation>
    </message>
    <message>
        <source>Nothing flashes</source>
        <translation>不闪烁</translation>
    </message>
    <message>
        <source>Import a map…</source>
        <translation>导入地图…</translation>
    </message>
    <message>
        <source>Catch with a circle</source>
        <translation>圆形框选</translation>
    </message>
    <message>
        <source>Catch with a polygon</source>
        <translation>多边形框选</translation>
    </message>
    <message>
        <source>Catch with a lasso</source>
        <translation>套索框选</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Follow the selected unit</source>
        <translation>跟踪所选警力</translation>
    </message>
    <message>
        <source>Trails of the selected units</source>
        <translation>所选警力的轨迹</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视野</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Rings of 1, 3 and 5 minutes</source>
        <translation>1-3-5 分钟圈</translation>
    </message>
    <message>
        <source>Escape ring…</source>
        <translation>逃逸圈…</translation>
    </message>
    <message>
        <source>Name a place…</source>
        <translation>命名地点…</translation>
    </message>
    <message>
        <source>Named places</source>
        <translation>自定义地名</translation>
    </message>
    <message>
        <source>Import a list or layer…</source>
        <translation>导入清单或图层…</translation>
    </message>
    <message>
        <source>Export a layer or track…</source>
        <translation>导出图层或轨迹…</translation>
    </message>
    <message>
        <source>Go to the command line</source>
        <translation>进入命令行</translation>
    </message>
    <message>
        <source>Map source…</source>
        <translation>地图来源…</translation>
    </message>
    <message>
        <source>Assign the proposed units</source>
        <translation>派出推荐的力量</translation>
    </message>
    <message>
        <source>What recommendations weigh…</source>
        <translation>推荐权重…</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>写消息…</translation>
    </message>
    <message>
        <source>Acknowledge the messages</source>
        <translation>签阅消息</translation>
    </message>
    <message>
        <source>What was not taken has been read</source>
        <translation>未被采纳的内容已阅</translation>
    </message>
    <message>
        <source>Hand over this seat…</source>
        <translation>交班…</translation>
    </message>
    <message>
        <source>Go to the messages</source>
        <translation>转到消息</translation>
    </message>
    <message>
        <source>Attach what is typed to the likeliest incident</source>
        <translation>并入最可能的同一警情</translation>
    </message>
    <message>
        <source>Narrow the panes to the incident in hand</source>
        <translation>各面板只看当前警情</translation>
    </message>
    <message>
        <source>Sort and group the queue…</source>
        <translation>警情队列排序与分组…</translation>
    </message>
    <message>
        <source>Sounds…</source>
        <translation>声音…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock by itself…</source>
        <translation>自动锁定…</translation>
    </message>
    <message>
        <source>Visitors can see this screen</source>
        <translation>来访者可见本屏</translation>
    </message>
    <message>
        <source>Chase what is late</source>
        <translation>催办超时指令</translation>
    </message>
    <message>
        <source>Let the unit of the chosen order lead</source>
        <translation>将所选指令的单元设为主办</translation>
    </message>
    <message>
        <source>Reset the safety checks of the incident in hand</source>
        <translation>重置当前警情的安全询问</translation>
    </message>
    <message>
        <source>Earlier here and of this caller</source>
        <translation>此地与此人的历史警情</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>预案步骤</translation>
    </message>
    <message>
        <source>Notes on places…</source>
        <translation>地点提示…</translation>
    </message>
    <message>
        <source>Go to the alarms</source>
        <translation>转到告警</translation>
    </message>
    <message>
        <source>Desks and their load…</source>
        <translation>席位与负荷…</translation>
    </message>
    <message>
        <source>Import video feeds…</source>
        <translation>导入视频列表…</translation>
    </message>
    <message>
        <source>Video feeds…</source>
        <translation>视频管理…</translation>
    </message>
    <message>
        <source>Go to the pictures</source>
        <translation>转到视频画面</translation>
    </message>
    <message>
        <source>Open the pictures of the selected units</source>
        <translation>打开所选警力的视频</translation>
    </message>
    <message>
        <source>Open the pictures of the incident in hand</source>
        <translation>打开当前警情的视频</translation>
    </message>
    <message>
        <source>Picture beside the unit&apos;s marker</source>
        <translation>视频随警力图标显示</translation>
    </message>
    <message>
        <source>Follow the selected unit with its picture</source>
        <translation>跟踪所选警力并显示视频</translation>
    </message>
    <message>
        <source>Pictures over a whole screen</source>
        <translation>视频墙（占满一屏）</translation>
    </message>
    <message>
        <source>An emergency opens its picture</source>
        <translation>紧急情况自动打开视频</translation>
    </message>
    <message>
        <source>Vi&amp;deo</source>
        <translation>视频(&amp;D)</translation>
    </message>
    <message>
        <source>Find footage</source>
        <translation>查找取证录像</translation>
    </message>
    <message>
        <source>Replay the record…</source>
        <translation>回放记录…</translation>
    </message>
    <message>
        <source>Report of the incident in hand…</source>
        <translation>当前警情的报告…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>统计…</translation>
    </message>
    <message>
        <source>Send the unit that came free to what waits for it</source>
        <translation>派空闲单位处理等候它的警情</translation>
    </message>
    <message>
        <source>Speak to all who work on the incident in hand</source>
        <translation>在当前警情群内发言</translation>
    </message>
    <message>
        <source>Enter paper cards…</source>
        <translation>补录纸质警情卡…</translation>
    </message>
    <message>
        <source>Downtime pack…</source>
        <translation>应急纸质资料…</translation>
    </message>
</context>
<context>
    <name>tridesk::Addressees</name>
    <message>
        <source>Units of %1</source>
        <translation>%1的警力</translation>
    </message>
    <message>
        <source>To: nobody is called “%1”.</source>
        <translation>收件：没有“%1”这个对象。</translation>
    </message>
    <message>
        <source>To: “%1” may be %2.</source>
        <translation>收件：“%1”可能是 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>%1 的已派人员</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>全部派出所</translation>
    </message>
    <message>
        <source>The bureau</source>
        <translation>市局</translation>
    </message>
    <message>
        <source>Every unit of the kind %1</source>
        <translation>全部%1</translation>
    </message>
    <message>
        <source>To: say who shall read it.</source>
        <translation>收件：请写明发给谁。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Every crew qualified: %1</source>
        <translation>具备资质的警组：%1</translation>
    </message>
    <message>
        <source>Sector %1</source>
        <translation>片区 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::AdviceModel</name>
    <message>
        <source>%1. %2</source>
        <comment>rank, unit</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>counts as %1</source>
        <comment>a time</comment>
        <translation>折合 %1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>支援</translation>
    </message>
    <message>
        <source>uncovers %1</source>
        <comment>stations and rings</comment>
        <translation>将失去覆盖：%1</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>tridesk::AdvicePanel</name>
    <message>
        <source>Assign the proposed</source>
        <translation>派出推荐力量</translation>
    </message>
    <message>
        <source>Sends the primary and the backups that are proposed</source>
        <translation>派出推荐的主办和支援力量</translation>
    </message>
    <message>
        <source>Units proposed for the incident</source>
        <translation>为本警情推荐的力量</translation>
    </message>
    <message>
        <source>How many are wanted and proposed</source>
        <translation>需要数与推荐数</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Stations without a car near</source>
        <translation>附近无车的派出所</translation>
    </message>
    <message>
        <source>Looking for who should go…</source>
        <translation>正在推荐力量…</translation>
    </message>
    <message>
        <source>%1 wanted, %2 sent, %3 proposed</source>
        <translation>需 %1，已派 %2，推荐 %3</translation>
    </message>
    <message>
        <source>Coverage is not known without roads.</source>
        <translation>无道路数据，覆盖情况未知。</translation>
    </message>
</context>
<context>
    <name>tridesk::AlarmModel</name>
    <message>
        <source>EMERGENCY</source>
        <translation>紧急求援</translation>
    </message>
    <message>
        <source>Safety check not answered</source>
        <translation>平安确认未答复</translation>
    </message>
    <message>
        <source>Order late</source>
        <translation>指令超时</translation>
    </message>
    <message>
        <source>Nobody sent in time</source>
        <translation>超时未派警</translation>
    </message>
    <message>
        <source>Step of the plan late</source>
        <translation>预案步骤超时</translation>
    </message>
    <message>
        <source>Reinforcement asked for</source>
        <translation>请求增援</translation>
    </message>
    <message>
        <source>Urgent incident waits</source>
        <translation>紧急警情待派</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of alarm, what it is about</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>⏸ until %1 – %2</source>
        <comment>shelved alarm</comment>
        <translation>⏸ 搁置至 %1 – %2</translation>
    </message>
    <message>
        <source>✓ over – %1</source>
        <comment>alarm that ended by itself</comment>
        <translation>✓ 已过 – %1</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>raised so often</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>已有</translation>
    </message>
</context>
<context>
    <name>tridesk::AlarmPane</name>
    <message>
        <source>Alarms that wait</source>
        <translation>待确认的告警</translation>
    </message>
    <message>
        <source>No alarm waits.</source>
        <translation>没有待确认的告警。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>The chosen alarms (Enter)</source>
        <translation>所选告警（回车）</translation>
    </message>
    <message>
        <source>Acknowledge the chosen alarms</source>
        <translation>确认所选告警</translation>
    </message>
    <message>
        <source>Acknowledge what is over</source>
        <translation>确认已过的告警</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>for %1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Why it can wait</source>
        <translation>为何可以等</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
</context>
<context>
    <name>tridesk::Areas</name>
    <message>
        <source>Area of %1</source>
        <translation>%1辖区</translation>
    </message>
    <message>
        <source>A drawn area</source>
        <translation>标绘区域</translation>
    </message>
    <message>
        <source>Drawn: %1</source>
        <translation>标绘：%1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全域</translation>
    </message>
</context>
<context>
    <name>tridesk::ArrangementMenu</name>
    <message>
        <source>&amp;What waits first</source>
        <translation>待处置优先(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>级别(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Age</source>
        <translation>时长(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Deadline</source>
        <translation>时限(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Station</source>
        <translation>派出所(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;No headings</source>
        <translation>不分组(&amp;N)</translation>
    </message>
    <message>
        <source>Stat&amp;ions</source>
        <translation>按派出所(&amp;I)</translation>
    </message>
    <message>
        <source>Le&amp;vels</source>
        <translation>按级别(&amp;V)</translation>
    </message>
    <message>
        <source>Sta&amp;ges</source>
        <translation>按阶段(&amp;G)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Headings for</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>&amp;Beats</source>
        <translation>警区(&amp;B)</translation>
    </message>
</context>
<context>
    <name>tridesk::BookmarkModel</name>
    <message>
        <source>about an incident that is veiled here</source>
        <translation>关于此处不可见的敏感警情</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>By</source>
        <translation>标记人</translation>
    </message>
</context>
<context>
    <name>tridesk::BookmarkPane</name>
    <message>
        <source>Set bookmark</source>
        <translation>设书签</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmarks of the record</source>
        <translation>记录中的书签</translation>
    </message>
    <message>
        <source>Words of the bookmark</source>
        <translation>书签内容</translation>
    </message>
    <message>
        <source>Words for the instant that is shown</source>
        <translation>为当前显示的时刻写几句话</translation>
    </message>
    <message>
        <source>At the instant that is shown, about the incident in hand</source>
        <translation>标在当前显示的时刻，并关联当前警情</translation>
    </message>
    <message>
        <source>Gives the bookmark that is chosen these words</source>
        <translation>用这些文字替换所选书签的内容</translation>
    </message>
    <message>
        <source>Takes the bookmark that is chosen off the list; the record keeps it</source>
        <translation>从列表中去掉所选书签，记录中仍保留</translation>
    </message>
    <message>
        <source>Why it was not done</source>
        <translation>未执行的原因</translation>
    </message>
</context>
<context>
    <name>tridesk::Card</name>
    <message>
        <source>Position %1 old, from %2</source>
        <translation>%1前的定位，来自 %2</translation>
    </message>
    <message>
        <source>%1, within %2 m</source>
        <translation>%1，精度 %2 米</translation>
    </message>
    <message>
        <source>Nobody is on it</source>
        <translation>尚无警力处置</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>On %1, %2</source>
        <translation>处置 %1 %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 已 %2</translation>
    </message>
    <message>
        <source>Position unknown</source>
        <translation>位置不明</translation>
    </message>
    <message>
        <source>Reported %1 ago</source>
        <translation>%1前接报</translation>
    </message>
    <message>
        <source>Units on duty %1, available %2</source>
        <translation>在岗 %1，可派 %2</translation>
    </message>
    <message>
        <source>Looks all round</source>
        <translation>全向</translation>
    </message>
    <message>
        <source>Looks towards %1°</source>
        <translation>朝向 %1°</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>摄像头 %1</translation>
    </message>
    <message>
        <source>Safety check in %1</source>
        <translation>%1 后安全询问</translation>
    </message>
    <message>
        <source>Safety check due soon: %1</source>
        <translation>安全询问即将到时：%1</translation>
    </message>
    <message>
        <source>Safety check not answered: %1</source>
        <translation>未回应安全询问：%1</translation>
    </message>
    <message>
        <source>Its place is worked out between two reports</source>
        <translation>此位置由前后两次上报推算得出</translation>
    </message>
</context>
<context>
    <name>tridesk::CatchBar</name>
    <message>
        <source>Let go of what was caught</source>
        <translation>取消框选结果</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>Make the units the selection of this window</source>
        <translation>将这些警力设为本窗口的选择</translation>
    </message>
    <message>
        <source>Dispatch the available</source>
        <translation>派出可派警力</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>发消息…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>What was caught</source>
        <translation>框选结果</translation>
    </message>
</context>
<context>
    <name>tridesk::CatchTool</name>
    <message>
        <source>Circle: drag from its middle. Shift adds, Alt takes away</source>
        <translation>圆形框选：从圆心拖动；Shift 加选，Alt 减选</translation>
    </message>
    <message>
        <source>Polygon: click each corner, double-click ends. Shift adds, Alt takes away</source>
        <translation>多边形框选：逐点单击，双击结束；Shift 加选，Alt 减选</translation>
    </message>
    <message>
        <source>Lasso: hold the button and go round. Shift adds, Alt takes away</source>
        <translation>套索框选：按住左键画圈；Shift 加选，Alt 减选</translation>
    </message>
    <message>
        <source>None of them is available</source>
        <translation>其中没有可派警力</translation>
    </message>
    <message>
        <source>Select an incident to send them to</source>
        <translation>请先选择要派往的警情</translation>
    </message>
    <message>
        <source>No unit was caught</source>
        <translation>没有框选到警力</translation>
    </message>
    <message>
        <source>At most %1 units go at a time; %2 were left.</source>
        <translation>一次最多派出 %1 个警力，其余 %2 个未派。</translation>
    </message>
</context>
<context>
    <name>tridesk::Caught</name>
    <message>
        <source>Units %1 (%2 available)</source>
        <translation>警力 %1（可派 %2）</translation>
    </message>
    <message>
        <source>incidents %1</source>
        <translation>警情 %1</translation>
    </message>
    <message>
        <source>cameras %1</source>
        <translation>摄像头 %1</translation>
    </message>
    <message>
        <source>Nothing inside</source>
        <translation>范围内没有目标</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>tridesk::Charts</name>
    <message>
        <source>Incidents, %1</source>
        <translation>警情数，%1</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>to the 90th of a hundred</source>
        <translation>至九成</translation>
    </message>
    <message>
        <source>%1 in minutes, %2</source>
        <comment>interval, by what</comment>
        <translation>%1（分钟），%2</translation>
    </message>
    <message>
        <source>Reporting back, from arriving</source>
        <translation>到场至反馈</translation>
    </message>
</context>
<context>
    <name>tridesk::CheckStrip</name>
    <message>
        <source>Safety check</source>
        <translation>安全确认</translation>
    </message>
    <message>
        <source>We are all right</source>
        <translation>我们平安</translation>
    </message>
    <message>
        <source>Safety check %1</source>
        <translation>安全确认 %1</translation>
    </message>
    <message>
        <source>Answer not sent: tell the desk by radio</source>
        <translation>应答未发出：请用电台报告</translation>
    </message>
</context>
<context>
    <name>tridesk::ComposeBox</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>写什么</translation>
    </message>
    <message>
        <source>To whom: callsigns, posts, groups, with commas between them</source>
        <translation>发给谁：呼号、单位、分组，用逗号隔开</translation>
    </message>
    <message>
        <source>To: callsign, post, group, …</source>
        <translation>发给：呼号、单位、分组…</translation>
    </message>
    <message>
        <source>Words to send</source>
        <translation>要发的内容</translation>
    </message>
    <message>
        <source>Words; Enter sends</source>
        <translation>内容，回车发送</translation>
    </message>
    <message>
        <source>Why it was not sent</source>
        <translation>未发出的原因</translation>
    </message>
    <message>
        <source>Until when it stands: 18:00, 90 minutes as 90, 2h</source>
        <translation>有效至：18:00，或 90（分钟）、2h</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>It is about incident %1</source>
        <translation>关于警情 %1</translation>
    </message>
    <message>
        <source>Until: “%1” is neither a time (18:00) nor a duration (90, 2h).</source>
        <translation>有效至：“%1”既不是时刻（18:00）也不是时长（90、2h）。</translation>
    </message>
    <message>
        <source>About the selected incident</source>
        <translation>关于所选警情</translation>
    </message>
    <message>
        <source>To crews inside</source>
        <translation>发给区域内警组</translation>
    </message>
    <message>
        <source>Address it to the crews that are inside the area now</source>
        <translation>收件人设为此刻在该区域内的警组</translation>
    </message>
    <message>
        <source>No crew on duty is inside that area.</source>
        <translation>该区域内没有值勤警组。</translation>
    </message>
    <message>
        <source>All who work on the incident</source>
        <translation>该警情的全体人员</translation>
    </message>
    <message>
        <source>Select the incident in whose room it is to be said.</source>
        <translation>请先选择要在哪个警情群内发言。</translation>
    </message>
</context>
<context>
    <name>tridesk::Console</name>
    <message>
        <source>OpenStreetMap data (*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2 *.osm.xml)</source>
        <translation>OpenStreetMap 数据 (*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2 *.osm.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>After how many minutes without a touch? 0: never</source>
        <translation>无操作多少分钟后锁定？0 表示不锁定</translation>
    </message>
    <message>
        <source>A drill was made from here.</source>
        <translation>从此刻建立了一次演练。</translation>
    </message>
    <message>
        <source>The drill was made in %1, but cannot be opened: tridesk --drill does it.</source>
        <translation>演练已建立在 %1，但无法打开：请用 tridesk --drill 打开。</translation>
    </message>
</context>
<context>
    <name>tridesk::Cover</name>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Seat and user</source>
        <translation>席位与用户</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>未派</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation>夜间配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language&apos;s own name</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Tridesk</source>
        <translation>Tridesk</translation>
    </message>
    <message>
        <source>Locked – Tridesk</source>
        <translation>已锁定 – Tridesk</translation>
    </message>
    <message>
        <source>Sign in – Tridesk</source>
        <translation>登录 – Tridesk</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>seat, user</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>tridesk::CoverCrew</name>
    <message>
        <source>An order waits: sign in to read it</source>
        <translation>有指令待签收：请登录查看</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全确认</translation>
    </message>
    <message>
        <source>We are all right</source>
        <translation>我们平安</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急求助</translation>
    </message>
    <message>
        <source>Not taken: use the radio. %1</source>
        <translation>未被受理：请使用电台。%1</translation>
    </message>
    <message>
        <source>Safety check %1</source>
        <translation>安全确认 %1</translation>
    </message>
    <message>
        <source>NOT HEARD YET: no link. Call on the radio! It is sent as soon as the link is back.</source>
        <translation>尚无人收到：链路中断。请立即用电台呼叫！链路恢复后马上发出。</translation>
    </message>
</context>
<context>
    <name>tridesk::DeskLoadSheet</name>
    <message>
        <source>Move</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Desks and their load</source>
        <translation>席位与负荷</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>上席</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>负责派出所</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>未派</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Orders, 15 min</source>
        <translation>15分钟指令</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Stations and the desk that answers for each</source>
        <translation>各派出所及其负责席位</translation>
    </message>
    <message>
        <source>Stations of a dispatch group</source>
        <translation>派警分组中的派出所</translation>
    </message>
    <message>
        <source>Desk that they go to</source>
        <translation>接手的席位</translation>
    </message>
    <message>
        <source>Name of the sector</source>
        <translation>片区名称</translation>
    </message>
    <message>
        <source>Name of the sector, may be empty</source>
        <translation>片区名称，可不填</translation>
    </message>
    <message>
        <source>Move the ticked stations</source>
        <translation>移交勾选的派出所</translation>
    </message>
    <message>
        <source>Why they were not moved</source>
        <translation>未移交的原因</translation>
    </message>
    <message>
        <source>Tick stations and give them to a desk: from then on their incidents and alarms are that desk&apos;s. Both desks are told.</source>
        <translation>勾选派出所并移交给一个席位：此后其警情和告警归该席位。两个席位都会得到通知。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>every desk</source>
        <translation>各席位共管</translation>
    </message>
    <message>
        <source>Open: %1 · in no desk&apos;s hands: %2</source>
        <translation>在办：%1 · 尚无席位处理：%2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>those of every desk</source>
        <translation>各席位共管的</translation>
    </message>
    <message>
        <source>To every desk</source>
        <translation>改为各席位共管</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>移交给 %1</translation>
    </message>
    <message>
        <source>Tick a dispatch group…</source>
        <translation>按派警分组勾选…</translation>
    </message>
</context>
<context>
    <name>tridesk::DispatchGroupSheet</name>
    <message>
        <source>Dispatch groups</source>
        <translation>调度分组</translation>
    </message>
    <message>
        <source>A dispatch group is a set of stations under a name. Lists can be narrowed to it in one touch; it is yours alone.</source>
        <translation>调度分组是一组派出所的名称，列表可一键只看该分组；仅供本人使用。</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Name, such as: East, nights</source>
        <translation>名称，例如：城东夜班</translation>
    </message>
    <message>
        <source>Stations of the group</source>
        <translation>分组内的派出所</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>请填写分组名称。</translation>
    </message>
    <message>
        <source>Tick at least one station.</source>
        <translation>请至少勾选一个派出所。</translation>
    </message>
    <message>
        <source>Saving changes the group of this name.</source>
        <translation>保存将修改同名分组。</translation>
    </message>
</context>
<context>
    <name>tridesk::Dispatcher</name>
    <message>
        <source>✓ %1 free</source>
        <translation>✓ %1 空闲</translation>
    </message>
    <message>
        <source>! %1 busy with %2</source>
        <translation>! %1 正在处置 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 would drop %2</source>
        <translation>%1 将放下 %2</translation>
    </message>
    <message>
        <source>Busy: %1. Why send it all the same?</source>
        <translation>任务中：%1。仍要派警，理由是？</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Send with this reason</source>
        <translation>按此理由派警</translation>
    </message>
    <message>
        <source>Let it wait for %1</source>
        <translation>排队等候 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::DrillBand</name>
    <message>
        <source>DRILL  –  nothing here is real: the record of %1 as it stood at %2</source>
        <translation>演练  –  此处一切均非实战：取自 %1 在 %2 时的记录</translation>
    </message>
    <message>
        <source>DRILL – </source>
        <comment>before a window&apos;s title</comment>
        <translation>演练 – </translation>
    </message>
</context>
<context>
    <name>tridesk::DrillSheet</name>
    <message>
        <source>Begin the drill</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A drill of the record</source>
        <translation>用记录做演练</translation>
    </message>
    <message>
        <source>Folder of the drill</source>
        <translation>演练文件夹</translation>
    </message>
    <message>
        <source>How much of the record is taken</source>
        <translation>记录已取用多少</translation>
    </message>
    <message>
        <source>Why the drill was not made</source>
        <translation>演练未能建立的原因</translation>
    </message>
    <message>
        <source>The board as it stood at %1 becomes a record of its own, for practice. It goes on from there in a window of its own, at today&apos;s time, and never touches the live one. Callers, the words of sensitive incidents, cameras and users are not taken along.</source>
        <translation>%1 时的全部态势将成为一份独立的演练记录，在单独的窗口中按今天的时间继续，绝不触及实战记录。报警人、敏感警情的文字、摄像机和用户均不带入。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The drill was not made: %1</source>
        <translation>演练未能建立：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::DropPreview</name>
    <message>
        <source>✓ refer to %1</source>
        <translation>✓ 转 %1</translation>
    </message>
    <message>
        <source>the place is in the area of %1</source>
        <translation>该地点在 %1 辖区</translation>
    </message>
    <message>
        <source>%1 of %2 units free there</source>
        <translation>该所 %2 个在岗单位中 %1 个空闲</translation>
    </message>
    <message>
        <source>or it can wait for %1</source>
        <translation>或排队等候 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::DuplicateStrip</name>
    <message>
        <source>1 call</source>
        <translation>1 次报警</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 次报警</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>同一电话</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>signs of a duplicate, incident, place</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Reported already?</source>
        <translation>是否重复报警？</translation>
    </message>
    <message>
        <source>Look at it: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message>
        <source>Attach (Ctrl+J)</source>
        <translation>并入 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Attach this report to it: %1</source>
        <translation>将本次报警并入：%1</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>tridesk::EmergencyBar</name>
    <message>
        <source>Emergencies</source>
        <translation>紧急求助</translation>
    </message>
    <message>
        <source>How was the emergency of %1 resolved?</source>
        <translation>%1 的紧急求助是如何解除的？</translation>
    </message>
    <message>
        <source>How do you know that the emergency of %1 was a false alarm?</source>
        <translation>如何确认 %1 的紧急求助是误报？</translation>
    </message>
    <message>
        <source>It is resolved</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>It was a false alarm</source>
        <translation>确认误报</translation>
    </message>
</context>
<context>
    <name>tridesk::EmergencyRow</name>
    <message>
        <source>Unit in an emergency</source>
        <translation>求助的警力</translation>
    </message>
    <message>
        <source>What is known of the emergency</source>
        <translation>紧急求助的情况</translation>
    </message>
    <message>
        <source>EMERGENCY</source>
        <translation>紧急求助</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>地图定位</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>Resolved…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>False alarm…</source>
        <translation>误报…</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>%1已确认</translation>
    </message>
</context>
<context>
    <name>tridesk::EmergencyStrip</name>
    <message>
        <source>Emergency</source>
        <translation>紧急求助</translation>
    </message>
    <message>
        <source>State of the emergency</source>
        <translation>紧急求助的状态</translation>
    </message>
    <message>
        <source>Emergency since %1. No desk has answered yet.</source>
        <translation>%1 已发出紧急求助，尚无席位应答。</translation>
    </message>
    <message>
        <source>Emergency since %1. %2 has heard you.</source>
        <translation>%1 已发出紧急求助，%2已收到。</translation>
    </message>
    <message>
        <source>NOT HEARD YET: no link. Call on the radio! Emergency since %1 is sent as soon as the link is back.</source>
        <translation>尚无人收到：链路中断。请立即用电台呼叫！%1 的求援在链路恢复后马上发出。</translation>
    </message>
</context>
<context>
    <name>tridesk::EntryWords</name>
    <message>
        <source>Post %1 defined</source>
        <translation>登记单位 %1</translation>
    </message>
    <message>
        <source>Unit %1 defined</source>
        <translation>登记警力 %1</translation>
    </message>
    <message>
        <source>Types and deadlines defined</source>
        <translation>设定警情类型与时限</translation>
    </message>
    <message>
        <source>Seat opened</source>
        <translation>席位登录</translation>
    </message>
    <message>
        <source>Seat closed</source>
        <translation>席位退出</translation>
    </message>
    <message>
        <source>%1 logged on: %2</source>
        <translation>%1 上岗：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 logged off</source>
        <translation>%1 下岗</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, its status</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reported by %1: %2, %3, %4</source>
        <comment>source, type, level, place</comment>
        <translation>接警（%1）：%2，%3，%4</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>结案：%1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>增援</translation>
    </message>
    <message>
        <source>Order to %1 as %2</source>
        <translation>派警 %1（%2）</translation>
    </message>
    <message>
        <source>Referred to %1</source>
        <translation>转派 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, the words with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, taken from other work because: %2</source>
        <translation>%1，抽调理由：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>addressee, stage of its order</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>Message acknowledged</source>
        <translation>消息已确认</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>未定类型</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what happened, the reason or report</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>Level: %1</source>
        <translation>级别：%1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>内容：%1</translation>
    </message>
    <message numerus="yes">
        <source>Callers: %n</source>
        <translation>
            <numerusform>报警人：%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Safety: %1</source>
        <translation>安全：%1</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Drawn on the map: %1</source>
        <translation>地图标绘：%1</translation>
    </message>
    <message>
        <source>Drawing erased</source>
        <translation>标绘已擦除</translation>
    </message>
    <message>
        <source>Place named: %1</source>
        <translation>地点命名：%1</translation>
    </message>
    <message>
        <source>Name of a place forgotten</source>
        <translation>地点名称已删除</translation>
    </message>
    <message>
        <source>Camera set up: %1</source>
        <translation>摄像头已登记：%1</translation>
    </message>
    <message>
        <source>Camera taken away: %1</source>
        <translation>摄像头已撤除：%1</translation>
    </message>
    <message>
        <source>%1, by %2: “%3”</source>
        <comment>what, channel, words</comment>
        <translation>%1（%2转达：“%3”）</translation>
    </message>
    <message>
        <source>Bulletin or note taken down</source>
        <translation>通报或提示已撤下</translation>
    </message>
    <message>
        <source>%1 has taken note of the order</source>
        <translation>%1已知悉该指令</translation>
    </message>
    <message>
        <source>%1 asks for reinforcement</source>
        <translation>%1请求增援</translation>
    </message>
    <message>
        <source>%1 leads from now on</source>
        <translation>%1改为主办</translation>
    </message>
    <message>
        <source>%1 backs up from now on</source>
        <translation>%1改为协办</translation>
    </message>
    <message>
        <source>%1 chased by the clock</source>
        <translation>系统催办%1</translation>
    </message>
    <message>
        <source>%1 chased</source>
        <translation>已催办%1</translation>
    </message>
    <message>
        <source>%1 is late: %2</source>
        <translation>%1超时：%2</translation>
    </message>
    <message>
        <source>Nobody sent in time</source>
        <translation>超时未派警</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>标记：%1</translation>
    </message>
    <message>
        <source>No longer marked: %1</source>
        <translation>取消标记：%1</translation>
    </message>
    <message>
        <source>Tags taken off</source>
        <translation>标签已清除</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>挂起至 %1</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>恢复处理</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>并入 %1</translation>
    </message>
    <message>
        <source>Split off again</source>
        <translation>重新拆分</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation>移交%1</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Safety timer of %1: next at %2</source>
        <translation>%1安全计时：下次 %2</translation>
    </message>
    <message>
        <source>Safety timer of %1 stopped</source>
        <translation>%1安全计时已停止</translation>
    </message>
    <message>
        <source>%1 has not answered the safety check</source>
        <translation>%1未回应安全询问</translation>
    </message>
    <message>
        <source>EMERGENCY of %1 (%2)</source>
        <translation>%1紧急报警（%2）</translation>
    </message>
    <message>
        <source>Emergency of %1 acknowledged</source>
        <translation>%1紧急报警已确认</translation>
    </message>
    <message>
        <source>Emergency of %1 ended: %2</source>
        <translation>%1紧急报警已解除：%2</translation>
    </message>
    <message>
        <source>Recommendation policy changed</source>
        <translation>推荐策略已更改</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <translation>查阅：%1</translation>
    </message>
    <message>
        <source>Seat offered for handover</source>
        <translation>席位提请交接</translation>
    </message>
    <message>
        <source>Seat taken over</source>
        <translation>席位已接班</translation>
    </message>
    <message>
        <source>Video feed set up: %1</source>
        <translation>已设置视频：%1</translation>
    </message>
    <message>
        <source>Video feed taken away: %1</source>
        <translation>已撤除视频：%1</translation>
    </message>
    <message>
        <source>Video opened: %1</source>
        <translation>打开视频：%1</translation>
    </message>
    <message>
        <source>Video closed: %1</source>
        <translation>关闭视频：%1</translation>
    </message>
    <message>
        <source>Footage given out to %1</source>
        <translation>影像已导出给%1</translation>
    </message>
    <message>
        <source>Footage deleted</source>
        <translation>影像已删除</translation>
    </message>
    <message>
        <source>Bounds of video changed</source>
        <translation>视频限额已更改</translation>
    </message>
    <message>
        <source>%1, carried by %2</source>
        <comment>feed, unit</comment>
        <translation>%1（%2 佩戴）</translation>
    </message>
    <message>
        <source>Marked in the video of %1</source>
        <translation>在 %1 的视频上作了标记</translation>
    </message>
    <message>
        <source>Picture kept of %1</source>
        <translation>已保存 %1 的截图</translation>
    </message>
    <message>
        <source>Clip kept of %1</source>
        <translation>已保存 %1 的视频片段</translation>
    </message>
    <message>
        <source>Note on a place: %1</source>
        <translation>地点提示：%1</translation>
    </message>
    <message>
        <source>Note on a place withdrawn</source>
        <translation>地点提示已撤销</translation>
    </message>
    <message>
        <source>Stations are every desk&apos;s again</source>
        <translation>派出所恢复各席位共管</translation>
    </message>
    <message>
        <source>Stations moved to %1</source>
        <translation>派出所移交给 %1</translation>
    </message>
    <message>
        <source>Moved stations noted</source>
        <translation>已知悉派出所移交</translation>
    </message>
    <message>
        <source>Its plan fits no more</source>
        <translation>原预案不再适用</translation>
    </message>
    <message>
        <source>Plan opened: %1</source>
        <translation>启动预案：%1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Not done after all: %1</source>
        <translation>撤回完成：%1</translation>
    </message>
    <message>
        <source>Not done in time: %1</source>
        <translation>未按时完成：%1</translation>
    </message>
    <message>
        <source>Alarms acknowledged</source>
        <translation>告警已确认</translation>
    </message>
    <message>
        <source>Alarm shelved until %1</source>
        <translation>告警搁置至 %1</translation>
    </message>
    <message>
        <source>Shelved alarm taken up again</source>
        <translation>搁置的告警已恢复</translation>
    </message>
    <message>
        <source>Footage played: %1</source>
        <translation>播放留存影像：%1</translation>
    </message>
    <message>
        <source>Bookmark: %1</source>
        <translation>书签：%1</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>书签已删除</translation>
    </message>
    <message>
        <source>Drill begun, from %1</source>
        <translation>演练开始，取自 %1</translation>
    </message>
    <message>
        <source>%1, with something unknown because: %2</source>
        <translation>%1（信息不全，原因：%2）</translation>
    </message>
    <message>
        <source>Said in the room: %1</source>
        <translation>警情群内：%1</translation>
    </message>
    <message>
        <source>Waits for %1 until %2</source>
        <translation>排队等候 %1，至 %2</translation>
    </message>
    <message>
        <source>Waits for the beat %1 until %2</source>
        <translation>排队等候警区“%1”，至 %2</translation>
    </message>
    <message>
        <source>Beat set up: %1</source>
        <translation>设置警区：%1</translation>
    </message>
    <message>
        <source>Beat taken away: %1</source>
        <translation>撤销警区：%1</translation>
    </message>
    <message>
        <source>Report made, with names</source>
        <translation>已出报告，含姓名</translation>
    </message>
    <message>
        <source>Report made, without names</source>
        <translation>已出报告，不含姓名</translation>
    </message>
</context>
<context>
    <name>tridesk::EscapeBar</name>
    <message>
        <source>Escape ring</source>
        <translation>逃逸圈</translation>
    </message>
    <message>
        <source>How somebody got away</source>
        <translation>逃离方式</translation>
    </message>
    <message>
        <source>By car</source>
        <translation>驾车</translation>
    </message>
    <message>
        <source>On foot</source>
        <translation>步行</translation>
    </message>
    <message>
        <source>At a speed</source>
        <translation>按速度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source> km/h</source>
        <translation> 公里/小时</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>End the escape ring</source>
        <translation>结束逃逸圈</translation>
    </message>
    <message>
        <source>since</source>
        <translation>起始</translation>
    </message>
</context>
<context>
    <name>tridesk::FaultList</name>
    <message>
        <source>Rows that were not taken</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…… 另有 %1 行</translation>
    </message>
</context>
<context>
    <name>tridesk::FeedFields</name>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>纬度，经度</translation>
    </message>
    <message>
        <source>Main stream</source>
        <translation>主码流</translation>
    </message>
    <message>
        <source>Sub stream</source>
        <translation>子码流</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>随属</translation>
    </message>
    <message>
        <source>Callsign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>Camera of the shift&apos;s kit</source>
        <translation>当班装备中的执法记录仪</translation>
    </message>
    <message>
        <source>Name of the officer</source>
        <translation>民警姓名</translation>
    </message>
    <message>
        <source>Camera on the map</source>
        <translation>地图上的摄像头</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入以替换</translation>
    </message>
</context>
<context>
    <name>tridesk::FeedOpener</name>
    <message>
        <source>All places are taken by pinned pictures: unpin or close one.</source>
        <translation>所有窗格都被固定的画面占用：请取消固定或关闭一个。</translation>
    </message>
    <message>
        <source>No camera is known of %1.</source>
        <comment>units</comment>
        <translation>%1没有登记摄像头。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Select a unit first.</source>
        <translation>请先选择警力。</translation>
    </message>
    <message>
        <source>The camera %1 has no picture here.</source>
        <translation>摄像头 %1 在此没有视频。</translation>
    </message>
    <message>
        <source>Select an incident first.</source>
        <translation>请先选择警情。</translation>
    </message>
    <message>
        <source>There is no camera on or near incident %1.</source>
        <translation>警情 %1 的警力和附近均没有摄像头。</translation>
    </message>
    <message>
        <source>%1 is in an emergency, and all places are taken by pinned pictures.</source>
        <translation>%1 发生紧急情况，但所有窗格都被固定的画面占用。</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not of an incident of yours. Why do you look?</source>
        <comment>pictures</comment>
        <translation>%1：不属于本席警情。请说明查看原因：</translation>
    </message>
    <message>
        <source>Look with this reason</source>
        <translation>以此原因查看</translation>
    </message>
</context>
<context>
    <name>tridesk::FeedSheet</name>
    <message>
        <source>Video feeds</source>
        <translation>视频管理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show feeds with these words</source>
        <translation>按关键词显示视频</translation>
    </message>
    <message>
        <source>New feed</source>
        <translation>新建视频</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入列表…</translation>
    </message>
    <message>
        <source>The picture that came</source>
        <translation>收到的画面</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试播</translation>
    </message>
    <message>
        <source>Save for all seats</source>
        <translation>为所有席位保存</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>撤除…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>撤除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The feed is saved; its login cannot be kept here.</source>
        <translation>视频已保存；登录信息无法保存在此处。</translation>
    </message>
    <message>
        <source>The feed is saved, its login is not: %1</source>
        <translation>视频已保存，登录信息未保存：%1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message numerus="yes">
        <source>Take %1 away? It is open %n times now.</source>
        <translation>
            <numerusform>撤除 %1？目前有 %n 处正在观看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take %1 away?</source>
        <translation>撤除 %1？</translation>
    </message>
    <message>
        <source>%1 is taken away.</source>
        <translation>已撤除 %1。</translation>
    </message>
    <message>
        <source>Asking for pictures…</source>
        <translation>正在请求画面…</translation>
    </message>
    <message>
        <source>Tried out in the list of video feeds</source>
        <translation>在视频管理中试播</translation>
    </message>
    <message>
        <source>Does not play. %1</source>
        <comment>a whole sentence that says why</comment>
        <translation>无法播放。%1</translation>
    </message>
</context>
<context>
    <name>tridesk::FeedTable</name>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录信息</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n watching</source>
        <translation>
            <numerusform>%n 处观看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tridesk::FeedWords</name>
    <message>
        <source>Unit</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Body camera</source>
        <translation>执法记录仪</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>民警</translation>
    </message>
    <message>
        <source>Fixed camera</source>
        <translation>固定摄像头</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>%1, with nobody now</source>
        <translation>%1，当前无人佩戴</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>摄像头 %1</translation>
    </message>
    <message>
        <source>Plays: %1 × %2, %3 pictures a second, %4</source>
        <translation>可播放：%1 × %2，每秒 %3 帧，%4</translation>
    </message>
</context>
<context>
    <name>tridesk::FieldWindow</name>
    <message>
        <source>Why it was refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Callsign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>Status of the unit</source>
        <translation>警力状态</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation>夜间配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language&apos;s own name</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>not known to this desk</source>
        <translation>本平台未登记</translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n to acknowledge</source>
        <translation>
            <numerusform>消息，%n 条待签阅</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Refuse the order: why?</source>
        <translation>拒绝指令：原因？</translation>
    </message>
    <message>
        <source>The reason, in your own words</source>
        <translation>用自己的话说明原因</translation>
    </message>
    <message>
        <source>Refuse the order</source>
        <translation>拒绝指令</translation>
    </message>
    <message>
        <source>Busy with something worse here</source>
        <translation>正在处置更紧急的情况</translation>
    </message>
    <message>
        <source>Vehicle cannot drive</source>
        <translation>车辆无法行驶</translation>
    </message>
    <message>
        <source>An officer is hurt or ill</source>
        <translation>警员受伤或不适</translation>
    </message>
    <message>
        <source>The way is blocked</source>
        <translation>道路不通</translation>
    </message>
    <message>
        <source>Too far: another unit is nearer</source>
        <translation>距离太远：其他单位更近</translation>
    </message>
    <message>
        <source>Not equipped for it</source>
        <translation>装备不足</translation>
    </message>
    <message>
        <source>Reinforcement: what do you need?</source>
        <translation>增援：需要什么？</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>用自己的话说明</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>请求增援</translation>
    </message>
    <message>
        <source>One more unit</source>
        <translation>再来一个单位</translation>
    </message>
    <message>
        <source>Two or more units</source>
        <translation>再来两个或更多单位</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>救护车</translation>
    </message>
    <message>
        <source>Fire service</source>
        <translation>消防</translation>
    </message>
    <message>
        <source>Female officer</source>
        <translation>女警</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>值班领导</translation>
    </message>
    <message>
        <source>Traffic control</source>
        <translation>交通疏导</translation>
    </message>
</context>
<context>
    <name>tridesk::FileImport</name>
    <message>
        <source>Posts (*.geojson *.json *.csv)</source>
        <translation>单位（*.geojson *.json *.csv）</translation>
    </message>
    <message>
        <source>Lists (*.csv *.json)</source>
        <translation>清单（*.csv *.json）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件（*）</translation>
    </message>
    <message>
        <source>Logins cannot be kept here.</source>
        <translation>登录信息无法保存在此处。</translation>
    </message>
</context>
<context>
    <name>tridesk::FollowTool</name>
    <message>
        <source>Following %1; move the map to stop</source>
        <translation>正在跟踪 %1，移动地图即停止</translation>
    </message>
</context>
<context>
    <name>tridesk::FootageExportSheet</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Give footage out</source>
        <translation>导出取证录像</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>What is given out</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Who gave what to whom, and why, goes on record. A text with the file&apos;s hash is put beside it.</source>
        <translation>何人将何内容交给何人、因何原因,均记录在案。文件旁附有其哈希值文本。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Folder: nothing can be written into “%1”.</source>
        <translation>文件夹:无法写入“%1”。</translation>
    </message>
    <message>
        <source>It is being copied…</source>
        <translation>正在复制…</translation>
    </message>
</context>
<context>
    <name>tridesk::FootageModel</name>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保存人</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>tridesk::FootagePane</name>
    <message>
        <source>Footage</source>
        <translation>取证录像</translation>
    </message>
    <message>
        <source>How many were found</source>
        <translation>找到的数量</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>校验文件</translation>
    </message>
    <message>
        <source>Give out…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Given out: %1</source>
        <translation>已导出:%1</translation>
    </message>
    <message>
        <source>It is not given out: the file is gone, or not what was kept.</source>
        <translation>未导出:文件已不在,或与保存时不一致。</translation>
    </message>
    <message>
        <source>It is not given out: there is no room in that folder.</source>
        <translation>未导出:该文件夹空间不足。</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No clip holds that moment.</source>
        <translation>没有片段包含该时刻。</translation>
    </message>
    <message>
        <source>The file was deleted; only its record is left.</source>
        <translation>文件已删除,仅存记录。</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>a clip, whose it is, when it begins</comment>
        <translation>%2 的%1,%3</translation>
    </message>
    <message>
        <source>Why is it deleted before its time?</source>
        <translation>为何提前删除?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1: neither kept here nor of an incident of yours. Why do you look?</source>
        <comment>footage</comment>
        <translation>%1：不是本席位留存，也不属于您的警情。为何查看？</translation>
    </message>
    <message>
        <source>Look with this reason</source>
        <translation>以此理由查看</translation>
    </message>
</context>
<context>
    <name>tridesk::FootageSearch</name>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Incident No.</source>
        <translation>警情编号</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>限定时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Within a stretch of time</source>
        <translation>限定时间段</translation>
    </message>
    <message>
        <source>No unit is called “%1”.</source>
        <translation>没有名为“%1”的单元。</translation>
    </message>
    <message>
        <source>No incident has the number “%1”.</source>
        <translation>没有编号为“%1”的警情。</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
</context>
<context>
    <name>tridesk::FootageView</name>
    <message>
        <source>Footage</source>
        <translation>取证录像</translation>
    </message>
    <message>
        <source>Whether the file is what was kept</source>
        <translation>文件是否与保存时一致</translation>
    </message>
    <message>
        <source>The file is being read again…</source>
        <translation>正在重新读取文件…</translation>
    </message>
</context>
<context>
    <name>tridesk::HandoverSheet</name>
    <message>
        <source>Handover of %1</source>
        <translation>%1 交班</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>在办事项</translation>
    </message>
    <message>
        <source>Notes of the one who goes</source>
        <translation>交班人备注</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>未办成的原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 handed this seat over at %2.</source>
        <translation>%1 于 %2 交班。</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>What is in hand at %1, for the next user of this seat. Offered by %2.</source>
        <translation>%1 的在办事项，交给本席位下一位用户。交班人：%2。</translation>
    </message>
    <message>
        <source>What you answer, if anything</source>
        <translation>接班答复（可不填）</translation>
    </message>
    <message>
        <source>Notes: what the list does not say</source>
        <translation>备注：清单上没有的</translation>
    </message>
    <message>
        <source>I have read it: sign</source>
        <translation>已阅，签字接班</translation>
    </message>
    <message>
        <source>Offer the handover</source>
        <translation>提交交班</translation>
    </message>
    <message>
        <source>Write a new one</source>
        <translation>重写一份</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1 signed it at %2.</source>
        <translation>%1 已于 %2 签字。</translation>
    </message>
    <message>
        <source>Visitors can see this screen: what is in hand is not shown on it.</source>
        <translation>来访者可见本屏：不在此显示在办事项。</translation>
    </message>
</context>
<context>
    <name>tridesk::HandoverStrip</name>
    <message>
        <source>You handed this seat over at %1. It waits for the next user&apos;s signature.</source>
        <translation>您已于 %1 交班，等待下一位用户签字。</translation>
    </message>
    <message>
        <source>%1 handed this seat over at %2: read and sign.</source>
        <translation>%1 已于 %2 交班：请阅读并签字。</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Read and sign…</source>
        <translation>阅读并签字…</translation>
    </message>
    <message>
        <source>Open the handover</source>
        <translation>打开交接班</translation>
    </message>
</context>
<context>
    <name>tridesk::HeaderBar</name>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>open</source>
        <translation>在处</translation>
    </message>
    <message>
        <source>Incidents that are not closed</source>
        <translation>尚未结案的警情</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>未派</translation>
    </message>
    <message>
        <source>Incidents to which nobody was sent yet</source>
        <translation>尚未派警的警情</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Incidents past the deadline that runs now</source>
        <translation>当前时限已过的警情</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可派</translation>
    </message>
    <message>
        <source>Units that are free, of those with a crew</source>
        <translation>空闲警力／在岗警力</translation>
    </message>
    <message>
        <source>State of the store</source>
        <translation>存储状态</translation>
    </message>
    <message>
        <source>Seat and user</source>
        <translation>席位与用户</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saving</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>All that was done is in the journal</source>
        <translation>全部操作均已记入日志</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date in the header, QDate&apos;s format</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>This desk has no users: whoever opens it sits here</source>
        <translation>本台未设用户：打开者即为使用者</translation>
    </message>
    <message>
        <source>Signed in as: %1</source>
        <translation>登录身份：%1</translation>
    </message>
    <message>
        <source>Nobody signs in at this terminal: its token stands for the seat</source>
        <translation>本终端无需登录：以其令牌代表席位</translation>
    </message>
</context>
<context>
    <name>tridesk::Help</name>
    <message>
        <source>Show the incident</source>
        <translation>查看警情</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Go to the units</source>
        <translation>转到警力</translation>
    </message>
    <message>
        <source>Submit a form</source>
        <translation>提交表单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>On a selected row</source>
        <translation>选中一行时</translation>
    </message>
    <message>
        <source>About Tridesk</source>
        <translation>关于 Tridesk</translation>
    </message>
    <message>
        <source>&lt;b&gt;Tridesk %1&lt;/b&gt;&lt;br&gt;Command and dispatch on three tiers: bureau, station, field.</source>
        <translation>&lt;b&gt;Tridesk %1&lt;/b&gt;&lt;br&gt;市局、派出所、一线三级指挥调度。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Maps imported from OpenStreetMap are © OpenStreetMap contributors, ODbL.</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布。由 OpenStreetMap 导入的地图 © OpenStreetMap 贡献者，ODbL。</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图上</translation>
    </message>
    <message>
        <source>Go to a saved view</source>
        <translation>转到已存视野</translation>
    </message>
    <message>
        <source>Card of the next, the previous thing in sight</source>
        <translation>视野内下一个、上一个目标的信息卡</translation>
    </message>
    <message>
        <source>Choose it; end what is being drawn</source>
        <translation>选中该目标；结束绘制</translation>
    </message>
    <message>
        <source>Take the last corner back</source>
        <translation>撤回上一点</translation>
    </message>
    <message>
        <source>Next corner of a drawing, move it</source>
        <translation>标绘的下一节点，移动节点</translation>
    </message>
    <message>
        <source>Leave the mode</source>
        <translation>退出模式</translation>
    </message>
    <message>
        <source>Dispatch to the row&apos;s incident: the selected units, or by the command line</source>
        <translation>派警到该警情：所选警力，或用命令行</translation>
    </message>
    <message>
        <source>Edit the incident</source>
        <translation>编辑警情</translation>
    </message>
    <message>
        <source>Move the incident into a window of its own</source>
        <translation>警情单独成窗</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>命令格式</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>也可写作</translation>
    </message>
    <message>
        <source>Acknowledge the message</source>
        <translation>签阅该消息</translation>
    </message>
    <message>
        <source>Answer the message</source>
        <translation>回复该消息</translation>
    </message>
    <message>
        <source>On a unit: log its crew on, or change it</source>
        <translation>在单位上：人员上岗或变更</translation>
    </message>
    <message>
        <source>Show everything again, where the panes are narrowed</source>
        <translation>面板只看当前警情时，恢复显示全部</translation>
    </message>
    <message>
        <source>Hold the incident, or take it up again</source>
        <translation>挂起警情，或恢复处理</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>The row&apos;s menu; on the map that of what is selected</source>
        <translation>该行的菜单；在地图上为所选对象的菜单</translation>
    </message>
    <message>
        <source>On a unit or an incident: open its pictures</source>
        <translation>在警力或警情上：打开其视频</translation>
    </message>
    <message>
        <source>Go to a tile</source>
        <translation>转到某个窗格</translation>
    </message>
    <message>
        <source>More tiles, fewer tiles</source>
        <translation>增加、减少窗格</translation>
    </message>
    <message>
        <source>The picture over a whole screen; Esc leaves it</source>
        <translation>画面占满一屏；Esc 退出</translation>
    </message>
    <message>
        <source>Pin the picture</source>
        <translation>固定画面</translation>
    </message>
    <message>
        <source>Give the reason that a picture needs</source>
        <translation>填写查看原因</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>关闭画面</translation>
    </message>
    <message>
        <source>See the last 30 seconds, the last minute again</source>
        <translation>回看最近 30 秒、最近一分钟</translation>
    </message>
    <message>
        <source>Keep a still, a clip, a mark with words</source>
        <translation>保存截图、片段、带说明的标记</translation>
    </message>
    <message>
        <source>In a replay: stand still, picture by picture, back, faster</source>
        <translation>回放中:暂停、逐帧、后退、加快</translation>
    </message>
    <message>
        <source>Withdraw the bulletin or status note; on a unit: let the incident in hand wait for it</source>
        <translation>撤下通报或告示；在单位上：让当前警情排队等候它</translation>
    </message>
</context>
<context>
    <name>tridesk::HistoryStrip</name>
    <message>
        <source>Second visit this week</source>
        <translation>本周第 2 次到此</translation>
    </message>
    <message>
        <source>Third visit this week</source>
        <translation>本周第 3 次到此</translation>
    </message>
    <message>
        <source>Fourth visit this week</source>
        <translation>本周第 4 次到此</translation>
    </message>
    <message>
        <source>Visit no. %1 this week</source>
        <translation>本周第 %1 次到此</translation>
    </message>
    <message>
        <source>%1 earlier here</source>
        <translation>此地历史 %1 起</translation>
    </message>
    <message>
        <source>☎ %1 earlier of this caller</source>
        <translation>☎ 此号码历史 %1 起</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>同一地址</translation>
    </message>
    <message>
        <source>%1 m away</source>
        <translation>相距 %1 米</translation>
    </message>
    <message>
        <source>☎ same caller</source>
        <translation>☎ 同一报警号码</translation>
    </message>
    <message>
        <source>☎ same caller, %1</source>
        <comment>place</comment>
        <translation>☎ 同一报警号码，%1</translation>
    </message>
    <message>
        <source>Look at it: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how often, the newest</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Less of what was before</source>
        <translation>收起历史警情</translation>
    </message>
    <message>
        <source>All that was before here and of this caller</source>
        <translation>此地与此人的全部历史警情</translation>
    </message>
    <message>
        <source>Earlier here and of this caller (Ctrl+Shift+H)</source>
        <translation>此地与此人的历史警情（Ctrl+Shift+H）</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新警情</translation>
    </message>
</context>
<context>
    <name>tridesk::ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What was taken</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message>
        <source>Ended early: %1</source>
        <translation>提前结束：%1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>known already: %1</source>
        <translation>已有：%1</translation>
    </message>
    <message>
        <source>known with other content, left as it was: %1</source>
        <translation>已有但内容不同，保持原样：%1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>略去：%1</translation>
    </message>
    <message>
        <source>Stopped before the end of the file. What was taken stays.</source>
        <translation>在文件末尾之前停止。已导入的内容保留。</translation>
    </message>
</context>
<context>
    <name>tridesk::InboundModel</name>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>tridesk::InboundPane</name>
    <message>
        <source>Orders to this station</source>
        <translation>本所指令</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Report back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>What is reported back?</source>
        <translation>反馈内容？</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Why is the order refused?</source>
        <translation>退回理由？</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentDocument</name>
    <message>
        <source>Incident %1</source>
        <translation>警情 %1</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>closed, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全提示</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>报警内容</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>报警人</translation>
    </message>
    <message numerus="yes">
        <source>%n, not named here</source>
        <translation>
            <numerusform>%n 人，此处不具名</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, user</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>增援</translation>
    </message>
    <message>
        <source>To</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>As</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>现处阶段</translation>
    </message>
    <message>
        <source>Deadlines and words</source>
        <translation>时限与内容</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>下达席位</translation>
    </message>
    <message>
        <source>Chased</source>
        <translation>催办次数</translation>
    </message>
    <message>
        <source>Words of the order</source>
        <translation>指令内容</translation>
    </message>
    <message>
        <source>Words of the report</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>预案：%1</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>By</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>seats that read it, that received it</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发自</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Who saw what</source>
        <translation>谁看过什么</translation>
    </message>
    <message>
        <source>that the incident was there</source>
        <translation>看到有此警情</translation>
    </message>
    <message>
        <source>its words, which are sensitive</source>
        <translation>敏感内容</translation>
    </message>
    <message>
        <source>video %1, carried by %2</source>
        <translation>视频 %1（%2 携带）</translation>
    </message>
    <message>
        <source>video %1</source>
        <translation>视频 %1</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>Nothing is on record.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>何事</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Kept video</source>
        <translation>留存视频</translation>
    </message>
    <message>
        <source>%1 (deleted since)</source>
        <translation>%1（已删除）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>视频源</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>文件 SHA-256</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生</translation>
    </message>
    <message>
        <source>Received, where later</source>
        <translation>收到（较晚时）</translation>
    </message>
    <message>
        <source>There are more entries than a report holds: the first stand here.</source>
        <translation>条目超过报告所能容纳，此处为前面部分。</translation>
    </message>
    <message>
        <source>what was at its place before</source>
        <translation>该地点的历史警情</translation>
    </message>
    <message>
        <source>what its caller reported before</source>
        <translation>该报警人的历史警情</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentFields</name>
    <message>
        <source>Pick on map</source>
        <translation>图上选点</translation>
    </message>
    <message>
        <source>Weapon</source>
        <translation>持械</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>有人受伤</translation>
    </message>
    <message>
        <source>Trapped</source>
        <translation>有人被困</translation>
    </message>
    <message>
        <source>Hazardous material</source>
        <translation>危险品</translation>
    </message>
    <message>
        <source>Code, name, or its beginning</source>
        <translation>代码、名称或首字母</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address, crossing, or name</source>
        <translation>地址、路口或名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Why the level changes</source>
        <translation>调整级别的理由</translation>
    </message>
    <message>
        <source>Reason of the level</source>
        <translation>级别调整理由</translation>
    </message>
    <message>
        <source>What the caller says</source>
        <translation>报警内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>报警人姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Caller&apos;s telephone</source>
        <translation>报警电话</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>地点(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>级别(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>内容(&amp;X)</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>&amp;Caller</source>
        <translation>报警人(&amp;C)</translation>
    </message>
    <message>
        <source>✓ located at %1</source>
        <translation>✓ 已定位 %1</translation>
    </message>
    <message>
        <source>○ not located on the map yet</source>
        <translation>○ 尚未在图上定位</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>The caller does not say who it is</source>
        <translation>报警人不愿透露身份</translation>
    </message>
    <message>
        <source>Stations, crews and walls do not learn who called</source>
        <translation>派出所、警组和大屏都看不到报警人</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentForm</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Clear for another</source>
        <translation>另接一警</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved as soon as type and place are known</source>
        <translation>填好类型和地点即自动保存</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 已保存</translation>
    </message>
    <message>
        <source>%1, typing</source>
        <translation>%1，录入中</translation>
    </message>
    <message>
        <source>Visitors can see this screen: no form stands on it</source>
        <translation>访客能看到此屏幕：不显示表单</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentHeader</name>
    <message>
        <source>Callers: %1</source>
        <translation>报警人：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between callers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No type yet</source>
        <translation>未定类型</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 结案</translation>
    </message>
    <message>
        <source>Reported %1</source>
        <translation>%1 接警</translation>
    </message>
    <message>
        <source>Callers: confidential</source>
        <translation>报警人：保密</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reports</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Also reported ×%1: %2</source>
        <translation>另有 %1 次报警：%2</translation>
    </message>
    <message>
        <source>To be asked before it is closed: %1</source>
        <translation>结案前须问明：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentPane</name>
    <message>
        <source>Select an incident in the queue or on the map.</source>
        <translation>请在警情列表或地图上选择一起警情。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Change type, level, place, text and callers</source>
        <translation>修改类型、级别、地点、内容和报警人</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Journal of the incident</source>
        <translation>警情日志</translation>
    </message>
    <message>
        <source>Note for the journal</source>
        <translation>记入日志的备注</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Closing words, may be empty</source>
        <translation>结案说明，可不填</translation>
    </message>
    <message>
        <source>Closing words</source>
        <translation>结案说明</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Outcome…</source>
        <translation>处理结果…</translation>
    </message>
    <message>
        <source>Close with this reason</source>
        <translation>以此原因结案</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentReportSheet</name>
    <message>
        <source>Format of the file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>With the names of callers and users</source>
        <translation>含报警人和用户姓名</translation>
    </message>
    <message>
        <source>With a picture of the map</source>
        <translation>含地图</translation>
    </message>
    <message>
        <source>How much of the record is read</source>
        <translation>记录读取进度</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Report of incident %1</source>
        <translation>警情 %1 的报告</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>报告（PDF）</translation>
    </message>
    <message>
        <source>Timeline (CSV)</source>
        <translation>时间线（CSV）</translation>
    </message>
    <message>
        <source>Tracks (GPX)</source>
        <translation>轨迹（GPX）</translation>
    </message>
    <message>
        <source>Place and tracks (GeoJSON)</source>
        <translation>地点与轨迹（GeoJSON）</translation>
    </message>
    <message>
        <source>Names leave the desk with a supervisor alone</source>
        <translation>仅值班长可带出姓名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, user</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Painting the map…</source>
        <translation>正在绘制地图…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::IncidentVeil</name>
    <message>
        <source>Open with a reason…</source>
        <translation>说明理由后打开…</translation>
    </message>
    <message>
        <source>This incident is marked as sensitive. Opening it is recorded with your reason.</source>
        <translation>该警情标记为敏感。打开将连同您的理由一并记录。</translation>
    </message>
    <message>
        <source>Why do you open this sensitive incident?</source>
        <translation>为何打开该敏感警情？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>It was open here when it was marked</source>
        <translation>标记时已在此打开</translation>
    </message>
</context>
<context>
    <name>tridesk::JournalModel</name>
    <message>
        <source>Entry %1 · happened %2 · recorded %3</source>
        <translation>第 %1 条 · 发生 %2 · 记录 %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>tridesk::JudgedOrders</name>
    <message>
        <source>old position</source>
        <translation>位置较旧</translation>
    </message>
    <message>
        <source>qualified</source>
        <translation>具备资质</translation>
    </message>
    <message>
        <source>not qualified</source>
        <translation>不具备资质</translation>
    </message>
    <message>
        <source>jobs this shift</source>
        <translation>本班已处警</translation>
    </message>
    <message>
        <source>no rest</source>
        <translation>未休整</translation>
    </message>
    <message>
        <source>other lane</source>
        <translation>非本类警务</translation>
    </message>
    <message>
        <source>To the moment before, as that seat knew it</source>
        <translation>回到下令前一刻，按该席位当时所知</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Orders of the incident, with what was proposed then</source>
        <translation>该警情的指令及当时的推荐</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>Proposed then</source>
        <translation>当时的推荐</translation>
    </message>
    <message>
        <source>Whom the recommendation names at the instant shown</source>
        <translation>当前时刻推荐的单位</translation>
    </message>
    <message>
        <source>nothing was on the screen</source>
        <translation>屏幕上没有推荐</translation>
    </message>
    <message numerus="yes">
        <source>not among the %n shown</source>
        <translation>
            <numerusform>不在所显示的 %n 个之中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>所显示 %2 个中的第 %1 个</translation>
    </message>
    <message>
        <source>way not known</source>
        <translation>路程未知</translation>
    </message>
    <message>
        <source>Nobody is proposed at this instant: the incident is not open then, or not known.</source>
        <translation>此刻没有推荐：该警情当时未受理、已结案或尚不为所知。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On all that was recorded by %1: %2</source>
        <translation>按 %1 时已有的全部记录：%2</translation>
    </message>
    <message>
        <source>On what %1 knew at %2: %3</source>
        <translation>按 %1 在 %2 时所知：%3</translation>
    </message>
</context>
<context>
    <name>tridesk::LayerExport</name>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>%1 is written, without %2 of a shape or size that the format does not hold.</source>
        <translation>%1 已写入；有 %2 条因该格式不支持其形状或大小而略去。</translation>
    </message>
</context>
<context>
    <name>tridesk::LayerExportSheet</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Export a layer or track</source>
        <translation>导出图层或轨迹</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Areas of stations</source>
        <translation>派出所辖区</translation>
    </message>
    <message>
        <source>Fixed cameras</source>
        <translation>固定摄像机</translation>
    </message>
    <message>
        <source>Places with a name</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Drawings on the map</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Track of a unit</source>
        <translation>警力轨迹</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How much that is</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>CSV (spreadsheet)</source>
        <translation>CSV（表格）</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>There is nothing of that.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 个定位点</translation>
    </message>
    <message>
        <source>%1 on the map</source>
        <translation>地图上有 %1 个</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Notes on places</source>
        <translation>地点提示</translation>
    </message>
</context>
<context>
    <name>tridesk::LayerImport</name>
    <message>
        <source>Lists and layers (*.csv *.txt *.tsv *.geojson *.json *.kml *.gpx)</source>
        <translation>清单和图层 (*.csv *.txt *.tsv *.geojson *.json *.kml *.gpx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>columns as they were taken last time</source>
        <translation>列的含义沿用上次</translation>
    </message>
    <message>
        <source>longer than can be taken at once: only the first part is read</source>
        <translation>超出一次可读的长度：只读前一部分</translation>
    </message>
</context>
<context>
    <name>tridesk::LayerImportSheet</name>
    <message>
        <source>Areas of stations</source>
        <translation>派出所辖区</translation>
    </message>
    <message>
        <source>Fixed cameras</source>
        <translation>固定摄像机</translation>
    </message>
    <message>
        <source>Places with a name</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Drawings on the map</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Track of</source>
        <translation>轨迹属于</translation>
    </message>
    <message>
        <source>Import a list or layer</source>
        <translation>导入清单或图层</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What the file is</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Coordinates are in</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>What is read and what is left out</source>
        <translation>读入与略去</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>WGS-84 (satellite receivers, OpenStreetMap)</source>
        <translation>WGS-84（卫星定位、OpenStreetMap）</translation>
    </message>
    <message>
        <source>GCJ-02 (Chinese maps: Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯等国内地图）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度地图）</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>Track of a unit</source>
        <translation>警力轨迹</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>未能读取：%1</translation>
    </message>
    <message>
        <source>%1 positions would be read</source>
        <translation>将读入 %1 个定位点</translation>
    </message>
    <message>
        <source>%1 would be read</source>
        <translation>将读入 %1 条</translation>
    </message>
    <message>
        <source>%1 are there already</source>
        <translation>已有 %1 条</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>略去 %1 条</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Notes on places</source>
        <translation>地点提示</translation>
    </message>
</context>
<context>
    <name>tridesk::LayersPanel</name>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>Station areas</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Lines of orders</source>
        <translation>指令连线</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>警力圈</translation>
    </message>
    <message>
        <source>Layers of the map</source>
        <translation>地图图层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Close the list of layers</source>
        <translation>关闭图层列表</translation>
    </message>
    <message>
        <source>Names on the map</source>
        <translation>地图注记</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>随界面语言</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>中英文</translation>
    </message>
    <message>
        <source>Trails reach back</source>
        <translation>轨迹时长</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>警区</translation>
    </message>
</context>
<context>
    <name>tridesk::LineCandidates</name>
    <message>
        <source>What the line may go on with</source>
        <translation>命令可以怎样继续</translation>
    </message>
</context>
<context>
    <name>tridesk::LinePane</name>
    <message>
        <source>Command line: type a verb, or press / from anywhere</source>
        <translation>命令行：输入命令；随时按 / 进入</translation>
    </message>
    <message>
        <source>Type a command   /</source>
        <translation>输入命令   /</translation>
    </message>
    <message>
        <source>The line that the last gesture stands for</source>
        <translation>上一操作对应的命令</translation>
    </message>
    <message>
        <source>Why the line was not carried out</source>
        <translation>命令未执行的原因</translation>
    </message>
    <message>
        <source>%1 is busy with %2; say why=… to take it all the same</source>
        <translation>%1 正在处理 %2；要调用请加 因=理由</translation>
    </message>
</context>
<context>
    <name>tridesk::LinkStrip</name>
    <message>
        <source>Link to the gateway</source>
        <translation>到网关的链路</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>未被接受的操作</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>您的操作</translation>
    </message>
    <message>
        <source>What the desk has</source>
        <translation>指挥台的记录</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>未被接受的原因</translation>
    </message>
    <message>
        <source>We have read it</source>
        <translation>已阅</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待发</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>正在发送：%1</translation>
    </message>
    <message>
        <source>The gateway does not let this terminal in. Tell the desk by radio.</source>
        <translation>网关不允许本终端接入，请用电台报告指挥台。</translation>
    </message>
    <message>
        <source>No link yet: the gateway was never reached.</source>
        <translation>尚无链路：从未连上网关。</translation>
    </message>
    <message>
        <source>No link for %1</source>
        <translation>链路已中断 %1</translation>
    </message>
    <message>
        <source>Not taken by the desk</source>
        <translation>指挥台未接受</translation>
    </message>
    <message numerus="yes">
        <source>Not taken by the desk (%n in all)</source>
        <translation>
            <numerusform>指挥台未接受（共 %n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>You, %1: %2</source>
        <translation>您 %1：%2</translation>
    </message>
    <message>
        <source>The desk: %1</source>
        <translation>指挥台：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::LogOnPage</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Name or number of the leader</source>
        <translation>带队民警姓名或警号</translation>
    </message>
    <message>
        <source>Second officer</source>
        <translation>第二名民警</translation>
    </message>
    <message>
        <source>Third officer</source>
        <translation>第三名民警</translation>
    </message>
    <message>
        <source>Who is on this unit?</source>
        <translation>谁在本车组？</translation>
    </message>
    <message>
        <source>The desk does not know this unit yet.</source>
        <translation>平台尚未登记该警力。</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>装备</translation>
    </message>
    <message>
        <source>What do you take with you? Leave out what you have not got.</source>
        <translation>携带哪些装备？没有的可不填。</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Body camera</source>
        <translation>执法记录仪</translation>
    </message>
    <message>
        <source>Weapon kit</source>
        <translation>武器装备</translation>
    </message>
</context>
<context>
    <name>tridesk::MainWindow</name>
    <message>
        <source>Where this desk&apos;s data and map lie</source>
        <translation>数据与地图所在位置</translation>
    </message>
    <message>
        <source>Orders to this station</source>
        <translation>本所指令</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情详情</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新接警</translation>
    </message>
    <message>
        <source>Saved layouts</source>
        <translation>已存布局</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Under which name shall this layout be kept?</source>
        <translation>以什么名称保存此布局？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 – Tridesk</source>
        <comment>title of a window, the seat first</comment>
        <translation>%1 – Tridesk</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages ● %1</source>
        <comment>how many are unread</comment>
        <translation>消息 ● %1</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alarms ● %1</source>
        <comment>how many wait</comment>
        <translation>告警 ● %1</translation>
    </message>
    <message>
        <source>Visitors can see this screen: no form stands on it</source>
        <translation>访客能看到此屏幕：不显示表单</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Select one unit first.</source>
        <translation>请先选择一个警力。</translation>
    </message>
    <message>
        <source>No camera is known of this unit.</source>
        <translation>该警力没有登记摄像头。</translation>
    </message>
    <message>
        <source>Footage</source>
        <translation>取证录像</translation>
    </message>
</context>
<context>
    <name>tridesk::MapImportSheet</name>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Sorting the file</source>
        <translation>正在整理文件</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Indexing names</source>
        <translation>正在编制地名索引</translation>
    </message>
    <message>
        <source>Joining roads</source>
        <translation>正在连接道路</translation>
    </message>
    <message>
        <source>Writing posts and cameras</source>
        <translation>正在写入单位和摄像机</translation>
    </message>
    <message>
        <source>Drawing vector tiles</source>
        <translation>正在绘制矢量瓦片</translation>
    </message>
    <message>
        <source>Putting the map in place</source>
        <translation>正在放置地图</translation>
    </message>
    <message>
        <source>%1: done before</source>
        <translation>%1：上次已完成</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tiles</source>
        <translation>%1：%2 / %3 块瓦片</translation>
    </message>
    <message>
        <source>%1: %2 of %3 KiB</source>
        <translation>%1：%2 / %3 KiB</translation>
    </message>
    <message>
        <source>Import a map</source>
        <translation>导入地图</translation>
    </message>
    <message>
        <source>The map is made. Windows that show an older one go on with it until this one is shown.</source>
        <translation>地图已生成。正在使用旧地图的窗口会继续使用，直到显示新地图为止。</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept.</source>
        <translation>已停止，已完成的部分保留。</translation>
    </message>
    <message>
        <source>Not made: %1</source>
        <translation>未生成：%1</translation>
    </message>
    <message>
        <source>The import goes on beside the work of this desk.</source>
        <translation>导入在后台进行，不影响本席工作。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name of the map</source>
        <translation>地图名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How the import stands</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show this map</source>
        <translation>显示这张地图</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
</context>
<context>
    <name>tridesk::MapOffer</name>
    <message>
        <source>A newer map</source>
        <translation>更新的地图</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the newer map</source>
        <translation>显示更新的地图</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Go on with the older map</source>
        <translation>继续使用旧地图</translation>
    </message>
    <message>
        <source>The map “%1” has been made anew; this window still shows the older one.</source>
        <translation>地图“%1”已重新生成；本窗口显示的仍是旧图。</translation>
    </message>
</context>
<context>
    <name>tridesk::MapPane</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>There is no incident where the unit was dropped.</source>
        <translation>放下的位置没有警情。</translation>
    </message>
    <message>
        <source>Drop it on a unit, or on a station to refer it.</source>
        <translation>请放到警力上派警，或放到派出所上转派。</translation>
    </message>
    <message>
        <source>Dispatch to the selected incident</source>
        <translation>派往所选警情</translation>
    </message>
    <message>
        <source>Refer the selected incident here</source>
        <translation>将所选警情转派到此</translation>
    </message>
    <message>
        <source>New incident here</source>
        <translation>在此新接警</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Dispatch the selected units</source>
        <translation>派出所选警力</translation>
    </message>
    <message>
        <source>Where %1 is, is not known.</source>
        <translation>%1 的位置不明。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Escape ring from here</source>
        <translation>以此为起点的逃逸圈</translation>
    </message>
    <message>
        <source>Name this place…</source>
        <translation>为此处命名…</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>发消息…</translation>
    </message>
    <message>
        <source>Note on this place…</source>
        <translation>为此地写提示…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Picture beside the marker</source>
        <translation>在图标旁显示视频</translation>
    </message>
    <message>
        <source>Pictures of this incident</source>
        <translation>此警情的视频</translation>
    </message>
</context>
<context>
    <name>tridesk::MapPicture</name>
    <message>
        <source>Map of the report</source>
        <translation>报告中的地图</translation>
    </message>
</context>
<context>
    <name>tridesk::MapSourceFields</name>
    <message>
        <source>Where the map comes from</source>
        <translation>地图从哪里来</translation>
    </message>
    <message>
        <source>What is wanted here</source>
        <translation>此处说明</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Address of the tiles</source>
        <translation>瓦片地址</translation>
    </message>
    <message>
        <source>Address of the capabilities</source>
        <translation>能力文档地址</translation>
    </message>
    <message>
        <source>Names for {s}</source>
        <translation>{s} 的取值</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Matrix set</source>
        <translation>瓦片矩阵集</translation>
    </message>
    <message>
        <source>Name of the map</source>
        <translation>地图名称</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>版权署名</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Edge of a picture</source>
        <translation>瓦片边长</translation>
    </message>
    <message>
        <source>First zoom</source>
        <translation>最小级别</translation>
    </message>
    <message>
        <source>Last zoom</source>
        <translation>最大级别</translation>
    </message>
    <message>
        <source>What is wrong there</source>
        <translation>此项的问题</translation>
    </message>
    <message>
        <source>The installed map package</source>
        <translation>已安装的地图包</translation>
    </message>
    <message>
        <source>A file of tiles (MBTiles)</source>
        <translation>瓦片文件（MBTiles）</translation>
    </message>
    <message>
        <source>A tile server (XYZ)</source>
        <translation>瓦片服务器（XYZ）</translation>
    </message>
    <message>
        <source>A WMTS server</source>
        <translation>WMTS 服务器</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the first that fits</source>
        <translation>第一个可用的</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>whom the map is owed to; shown in its corner</source>
        <translation>地图版权方，显示在地图一角</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>级别范围</translation>
    </message>
    <message>
        <source>Tiles, places and roads of the package lie on this machine.</source>
        <translation>地图包的瓦片、地名和道路都在本机上。</translation>
    </message>
    <message>
        <source>No map package is installed: an empty grid is shown.</source>
        <translation>尚未安装地图包，将显示空白网格。</translation>
    </message>
    <message>
        <source>Pictures or vector tiles. Places and roads stay those of the package.</source>
        <translation>图片瓦片或矢量瓦片均可。地名与道路仍取自地图包。</translation>
    </message>
    <message>
        <source>{z} is the zoom, {x} the column, {y} the row counted from the north, {-y} from the south, {s} one of several servers&apos; names.</source>
        <translation>{z} 为级别，{x} 为列号，{y} 为自北起的行号，{-y} 为自南起的行号，{s} 为多台服务器名之一。</translation>
    </message>
    <message>
        <source>The server says itself which layers it has. One in Web Mercator is needed.</source>
        <translation>服务器自行说明有哪些图层，需要墨卡托投影的图层。</translation>
    </message>
    <message>
        <source>Choose a file of tiles</source>
        <translation>选择瓦片文件</translation>
    </message>
    <message>
        <source>Map tiles (*.mbtiles)</source>
        <translation>地图瓦片 (*.mbtiles)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>tridesk::MapSourceSheet</name>
    <message>
        <source>Map source</source>
        <translation>地图来源</translation>
    </message>
    <message>
        <source>The picture that came</source>
        <translation>取得的图片</translation>
    </message>
    <message>
        <source>What came of trying</source>
        <translation>试取结果</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试取一张</translation>
    </message>
    <message>
        <source>Try it: one picture, where the map is looked at</source>
        <translation>试取一张：当前视野中心的瓦片</translation>
    </message>
    <message>
        <source>Show this map</source>
        <translation>显示此地图</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asking for one picture…</source>
        <translation>正在请求一张瓦片…</translation>
    </message>
    <message>
        <source>The file holds vector tiles of the zooms %1 to %2.</source>
        <translation>该文件是矢量瓦片，级别 %1 至 %2。</translation>
    </message>
    <message>
        <source>zoom %1, column %2, row %3</source>
        <translation>级别 %1，列 %2，行 %3</translation>
    </message>
    <message>
        <source>No picture came, after %1 ms.</source>
        <translation>%1 毫秒后仍未取得瓦片。</translation>
    </message>
    <message>
        <source>The map has no picture here (%1): it may not reach to what is looked at, or its zooms are others.</source>
        <translation>此处没有瓦片（%1）：地图可能未覆盖当前视野，或级别范围不符。</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels came, %3, in %4 ms (%5).</source>
        <translation>取得一张 %1 × %2 像素的瓦片，%3，用时 %4 毫秒（%5）。</translation>
    </message>
    <message>
        <source>The pictures are %1 pixels wide.</source>
        <translation>瓦片实际宽 %1 像素。</translation>
    </message>
</context>
<context>
    <name>tridesk::MapToolbar</name>
    <message>
        <source>Tools of the map</source>
        <translation>地图工具</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>tridesk::MapTools</name>
    <message>
        <source>Leave this mode (Esc)</source>
        <translation>退出此模式（Esc）</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>停止跟踪</translation>
    </message>
    <message>
        <source>Measure: click along the way, the first corner again closes it</source>
        <translation>测量：沿线逐点单击，再点起点则闭合</translation>
    </message>
    <message>
        <source>Select one unit whose place is known, then follow it.</source>
        <translation>请选择一个位置已知的警力再跟踪。</translation>
    </message>
</context>
<context>
    <name>tridesk::MappingTable</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Both coordinates</source>
        <translation>经纬度（同一列）</translation>
    </message>
    <message>
        <source>Geometry (WKT)</source>
        <translation>几何（WKT）</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Is taken for</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>示例 %1</translation>
    </message>
    <message>
        <source>What the column %1 is taken for</source>
        <translation>列“%1”的含义</translation>
    </message>
    <message>
        <source>– left out –</source>
        <translation>– 不导入 –</translation>
    </message>
</context>
<context>
    <name>tridesk::MarkerCard</name>
    <message>
        <source>Picture of %1 on the map</source>
        <translation>地图上 %1 的视频</translation>
    </message>
    <message>
        <source>%1: its place is not known</source>
        <translation>%1：位置不明</translation>
    </message>
    <message>
        <source>%1 %2 out of sight</source>
        <comment>an arrow, a callsign</comment>
        <translation>%1 %2 不在视野内</translation>
    </message>
</context>
<context>
    <name>tridesk::MergedReports</name>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between callers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>callers, number</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>tridesk::MessageCard</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤下</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Who wrote, and when</source>
        <translation>发件人与时间</translation>
    </message>
    <message>
        <source>Words of the message</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Acknowledge the message</source>
        <translation>签阅该消息</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>to all</source>
        <translation>发给全体</translation>
    </message>
</context>
<context>
    <name>tridesk::MessageDetail</name>
    <message>
        <source>Words of the message</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Receipts of the readers</source>
        <translation>收件人回执</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>who wrote to whom</comment>
        <translation>%1 发给 %2</translation>
    </message>
    <message>
        <source>withdrawn %1</source>
        <translation>%1 撤下</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>已于 %1 到期</translation>
    </message>
    <message>
        <source>Select incident %1</source>
        <translation>选定警情 %1</translation>
    </message>
    <message>
        <source>Incident of the message</source>
        <translation>消息所属警情</translation>
    </message>
</context>
<context>
    <name>tridesk::MessageModel</name>
    <message>
        <source>to %1</source>
        <comment>whom a message went to</comment>
        <translation>发给 %1</translation>
    </message>
    <message>
        <source>withdrawn · %1</source>
        <translation>已撤下 · %1</translation>
    </message>
    <message>
        <source>until %1 · %2</source>
        <comment>a time, then words</comment>
        <translation>至 %1 · %2</translation>
    </message>
    <message>
        <source>ended %1 · %2</source>
        <comment>a time, then words</comment>
        <translation>%1 到期 · %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From, or to</source>
        <translation>发件/收件</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>to the room</source>
        <comment>of an incident</comment>
        <translation>群内</translation>
    </message>
    <message>
        <source>%1 in the room</source>
        <comment>who spoke</comment>
        <translation>%1（群内）</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
</context>
<context>
    <name>tridesk::MessagePage</name>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>正在赶往</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>会晚到</translation>
    </message>
    <message>
        <source>Send one more unit</source>
        <translation>请求增派</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现情况</translation>
    </message>
    <message>
        <source>Call me</source>
        <translation>请回电</translation>
    </message>
    <message>
        <source>State of the messages</source>
        <translation>消息状态</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>还没有消息。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>To the station</source>
        <translation>发给派出所</translation>
    </message>
    <message>
        <source>To the bureau</source>
        <translation>发给市局</translation>
    </message>
    <message>
        <source>Words to send</source>
        <translation>要发的内容</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To all on the incident</source>
        <translation>发给该警情全体</translation>
    </message>
    <message>
        <source>All on %1</source>
        <translation>%1 全体</translation>
    </message>
</context>
<context>
    <name>tridesk::MessagePane</name>
    <message>
        <source>Groups of messages</source>
        <translation>消息分组</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>签阅</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Messages of this seat</source>
        <translation>本席位的消息</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>布控通报</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a group of messages and how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <translation>
            <numerusform>签阅 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>警情群</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Speak to all who work on %1</source>
        <translation>在 %1 群内发言</translation>
    </message>
</context>
<context>
    <name>tridesk::MessageStrip</name>
    <message>
        <source>Who writes</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>最新消息</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Status note</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Acknowledge the message</source>
        <translation>签阅该消息</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages that wait</comment>
        <translation>
            <numerusform>另 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::NamesPanel</name>
    <message>
        <source>No place has a name of this desk yet. Click the map with the right button and choose “Name this place…”.</source>
        <translation>尚无自定义地名。在地图上单击右键，选择“为此处命名…”。</translation>
    </message>
    <message>
        <source>Places named by the desk</source>
        <translation>自定义地名</translation>
    </message>
    <message>
        <source>Named places</source>
        <translation>自定义地名</translation>
    </message>
    <message>
        <source>Close the list of named places</source>
        <translation>关闭地名列表</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>地名或地址</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Click the place on the map, then say what it is called</source>
        <translation>在地图上单击地点，再输入名称</translation>
    </message>
    <message>
        <source>%1, named by %2</source>
        <translation>%1，由%2命名</translation>
    </message>
</context>
<context>
    <name>tridesk::NarrowChip</name>
    <message>
        <source>Show everything again</source>
        <translation>恢复显示全部</translation>
    </message>
    <message>
        <source>Narrowed to %1 ✕</source>
        <comment>the number of an incident</comment>
        <translation>只看 %1 ✕</translation>
    </message>
    <message>
        <source>Narrowed to incident %1: show everything again</source>
        <translation>只看警情 %1：恢复显示全部</translation>
    </message>
    <message>
        <source>Shows what belongs to incident %1 only. Click, or Esc: everything again</source>
        <translation>只显示与警情 %1 有关的内容。点击或按 Esc 恢复全部</translation>
    </message>
</context>
<context>
    <name>tridesk::NextStrip</name>
    <message>
        <source>%1 is free. Next: %2 %3, %4</source>
        <comment>callsign, number, type, place</comment>
        <translation>%1 已空闲。下一个：%2 %3，%4</translation>
    </message>
    <message>
        <source> · waits since %1</source>
        <translation> · 自 %1 起等候</translation>
    </message>
    <message numerus="yes">
        <source>and %n more units are free</source>
        <translation>
            <numerusform>另有 %n 个单位空闲</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to %2</source>
        <translation>派 %1 到 %2</translation>
    </message>
    <message>
        <source>Put %1 back into the queue</source>
        <translation>把 %1 放回队列</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>放回队列</translation>
    </message>
</context>
<context>
    <name>tridesk::NoteStrip</name>
    <message>
        <source>Status note</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Next status note</source>
        <translation>下一条告示</translation>
    </message>
    <message numerus="yes">
        <source>%n to acknowledge</source>
        <translation>
            <numerusform>%n 条待签阅</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::NoticeRow</name>
    <message>
        <source>Acknowledge</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>To be noted by this station</source>
        <translation>待本所知悉</translation>
    </message>
    <message>
        <source>Show the incident</source>
        <translation>显示警情</translation>
    </message>
    <message>
        <source>%1: your order was dropped for another, by %2, %3</source>
        <translation>%1：本所指令已被%2改派，%3</translation>
    </message>
    <message>
        <source>%1 was ordered over this station&apos;s head, by %2, %3</source>
        <translation>%1 已由%2越级派警，%3</translation>
    </message>
    <message>
        <source>Show incident %1</source>
        <translation>显示警情 %1</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>%1 taken by %2</source>
        <translation>%1 被%2改派</translation>
    </message>
    <message>
        <source>%1 ordered by %2</source>
        <translation>%1 由%2派警</translation>
    </message>
</context>
<context>
    <name>tridesk::NoticesStrip</name>
    <message>
        <source>Acknowledge all</source>
        <translation>全部知悉</translation>
    </message>
    <message>
        <source>To be noted by this station</source>
        <translation>待本所知悉</translation>
    </message>
    <message numerus="yes">
        <source>%n ordered past this station</source>
        <translation>
            <numerusform>%n 条越级派警待知悉</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tridesk::OrderActions</name>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出警</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>反馈…</translation>
    </message>
    <message>
        <source>Close order</source>
        <translation>办结指令</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Why is the order to %1 cancelled?</source>
        <translation>取消对 %1 的指令，理由是？</translation>
    </message>
    <message>
        <source>What does %1 report back?</source>
        <translation>%1 反馈了什么？</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>取消指令</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Told by %1</source>
        <comment>radio, telephone</comment>
        <translation>经%1告知</translation>
    </message>
    <message>
        <source>Not told by anybody</source>
        <translation>无人告知</translation>
    </message>
    <message>
        <source>How the step was told</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>In what words, may be empty</source>
        <translation>原话，可不填</translation>
    </message>
    <message>
        <source>The words in which it was told</source>
        <translation>告知原话</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>换派…</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Nobody is proposed; select a unit in the list</source>
        <translation>没有推荐单位，请在列表中选择</translation>
    </message>
    <message>
        <source>Why does %1 go instead of %2?</source>
        <translation>为何由 %1 替换 %2？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>换派</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Why does %1 refuse the order?</source>
        <translation>%1 为何退回该指令？</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Chase</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Let lead</source>
        <translation>设为主办</translation>
    </message>
    <message>
        <source>%1 took note, %2</source>
        <translation>%1已知悉，%2</translation>
    </message>
    <message>
        <source>%1 has not taken note</source>
        <translation>%1尚未知悉</translation>
    </message>
    <message>
        <source>Chased ×%1, last at %2</source>
        <translation>已催办 %1 次，最近 %2</translation>
    </message>
</context>
<context>
    <name>tridesk::OrderModel</name>
    <message>
        <source>station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>增援</translation>
    </message>
    <message>
        <source>Ordered by %1</source>
        <translation>下达：%1</translation>
    </message>
    <message>
        <source>Ordered by %1: %2</source>
        <translation>下达：%1：%2</translation>
    </message>
    <message>
        <source>due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>Order to</source>
        <translation>指令对象</translation>
    </message>
    <message>
        <source>%1 took note of it, %2</source>
        <translation>%1已知悉，%2</translation>
    </message>
    <message>
        <source>%1 has not taken note of it</source>
        <translation>%1尚未知悉</translation>
    </message>
    <message>
        <source>Chased ×%1, last at %2</source>
        <translation>已催办 %1 次，最近 %2</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
</context>
<context>
    <name>tridesk::OrderPage</name>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出警</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Brief of the incident</source>
        <translation>警情简要</translation>
    </message>
    <message>
        <source>Number and level</source>
        <translation>编号与级别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>危险提示</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>报警内容</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>报警人</translation>
    </message>
    <message>
        <source>Also sent</source>
        <translation>同时派出</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>confidential: ask the bureau</source>
        <translation>保密：请询问指挥中心</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Reinforcement…</source>
        <translation>请求增援…</translation>
    </message>
    <message>
        <source>Reinforcement asked %1</source>
        <translation>已请求增援 %1</translation>
    </message>
    <message>
        <source>Known of this place</source>
        <translation>此地提示</translation>
    </message>
    <message>
        <source>Reinforcement ⇡ %1: not sent yet</source>
        <translation>增援 ⇡ %1：未发出</translation>
    </message>
    <message>
        <source>number follows</source>
        <translation>编号待定</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>未发出</translation>
    </message>
</context>
<context>
    <name>tridesk::OrdersInHand</name>
    <message>
        <source>Select an incident and the units that shall go.</source>
        <translation>请选择一起警情和要派出的警力。</translation>
    </message>
    <message>
        <source>No order was issued here.</source>
        <translation>本席位尚未下达指令。</translation>
    </message>
</context>
<context>
    <name>tridesk::OwnPage</name>
    <message>
        <source>Own incident or stop: what is it?</source>
        <translation>自行发现或盘查：是什么情况？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>We are on it</source>
        <translation>我们正在处置</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>At our position</source>
        <translation>在我们所在位置</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>地点描述</translation>
    </message>
    <message>
        <source>What you see: plate, persons, words</source>
        <translation>所见情况：车牌、人员、说明</translation>
    </message>
    <message>
        <source>At our position (%1 old)</source>
        <translation>在我们所在位置（%1前）</translation>
    </message>
    <message>
        <source>No position of this unit: type the place</source>
        <translation>本单位无定位：请输入地点</translation>
    </message>
</context>
<context>
    <name>tridesk::PlaceBox</name>
    <message>
        <source>Find a place</source>
        <translation>查找地点</translation>
    </message>
    <message>
        <source>Place, street, unit, incident, coordinates</source>
        <translation>地点、道路、警力、警情、坐标</translation>
    </message>
    <message>
        <source>Station, camera, unit, incident, coordinates</source>
        <translation>派出所、摄像机、警力、警情、坐标</translation>
    </message>
</context>
<context>
    <name>tridesk::PlaceNames</name>
    <message>
        <source>What is the place at %1 called here?</source>
        <translation>%1 这里平时叫什么？</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>What shall %1 be called?</source>
        <translation>%1 改叫什么？</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
</context>
<context>
    <name>tridesk::PlaceRows</name>
    <message>
        <source>Street</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>House</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>路口</translation>
    </message>
    <message>
        <source>Point of interest</source>
        <translation>兴趣点</translation>
    </message>
    <message>
        <source>Police station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Named by the desk</source>
        <translation>自定义地名</translation>
    </message>
    <message>
        <source>No such place is known</source>
        <translation>没有找到这个地点</translation>
    </message>
</context>
<context>
    <name>tridesk::PlanPanel</name>
    <message>
        <source>%1 – done %2 by %3</source>
        <translation>%1 – %2 由 %3 完成</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>step of a plan, time left</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Plan: %1, %2 of %3 done</source>
        <translation>预案：%1，已完成 %2/%3</translation>
    </message>
    <message>
        <source>Only the next</source>
        <translation>只看下一步</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>Only the next steps of the plan</source>
        <translation>只看预案的下一步</translation>
    </message>
    <message>
        <source>All steps of the plan</source>
        <translation>预案的全部步骤</translation>
    </message>
    <message>
        <source>Steps of the plan (Ctrl+Shift+J)</source>
        <translation>预案步骤（Ctrl+Shift+J）</translation>
    </message>
</context>
<context>
    <name>tridesk::PlayBar</name>
    <message>
        <source>Play backwards</source>
        <translation>倒放</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>To the entry before</source>
        <translation>上一条记录</translation>
    </message>
    <message>
        <source>To the next entry</source>
        <translation>下一条记录</translation>
    </message>
    <message>
        <source>Replay controls</source>
        <translation>回放控制</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>当前显示的时刻</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>倍速</translation>
    </message>
    <message>
        <source>What the step buttons go to</source>
        <translation>步进按钮跳到哪类记录</translation>
    </message>
    <message>
        <source>Every entry</source>
        <translation>每一条记录</translation>
    </message>
    <message>
        <source>Incident in hand</source>
        <translation>当前警情</translation>
    </message>
    <message>
        <source>Unit in hand</source>
        <translation>当前警力</translation>
    </message>
    <message>
        <source>Emergencies and missed checks</source>
        <translation>紧急求助与安全漏报</translation>
    </message>
    <message>
        <source>Missed deadlines</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Whose knowledge is shown</source>
        <translation>显示谁当时所知</translation>
    </message>
    <message>
        <source>Hides what had not reached that seat by then</source>
        <translation>隐藏当时尚未到达该席位的内容</translation>
    </message>
    <message>
        <source>All that was recorded</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>What to know of what is shown</source>
        <translation>对所显示内容的说明</translation>
    </message>
    <message>
        <source>There is no further one.</source>
        <translation>没有更多了。</translation>
    </message>
    <message>
        <source>Take an incident in hand first.</source>
        <translation>请先选中一起警情。</translation>
    </message>
    <message>
        <source>Take a unit in hand first.</source>
        <translation>请先选中一个警力。</translation>
    </message>
    <message>
        <source>recorded, but not known there yet: %1</source>
        <translation>已记录、该席位当时尚未得知：%1 条</translation>
    </message>
    <message>
        <source>As known: %1</source>
        <comment>a seat</comment>
        <translation>当时所知：%1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Only these on the timeline</source>
        <translation>时间轴上只显示这些</translation>
    </message>
    <message>
        <source>Bookmark this instant (Ctrl+B)</source>
        <translation>给此刻加书签 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Begin a drill from this instant…</source>
        <translation>从此刻开始演练…</translation>
    </message>
    <message>
        <source>Seats, shifts and settings</source>
        <translation>席位、班次与设置</translation>
    </message>
    <message>
        <source>Drawings and places</source>
        <translation>标绘与地点</translation>
    </message>
    <message>
        <source>Whose entries the step buttons go to</source>
        <translation>跳转按钮只看谁的记录</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>places worked out: %1, %2 by road</source>
        <comment>between two reports of a unit</comment>
        <translation>推算位置：%1，其中沿道路：%2</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>人员：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::PlotBar</name>
    <message>
        <source>Point with text</source>
        <translation>文字点</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Cordon</source>
        <translation>警戒线</translation>
    </message>
    <message>
        <source>Freehand line</source>
        <translation>手绘线</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Done drawing</source>
        <translation>结束标绘</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>标绘文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Until when it stands</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Until erased</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2 小时</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Erase the drawing</source>
        <translation>删除此标绘</translation>
    </message>
    <message>
        <source>For an incident</source>
        <translation>用于警情</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>用于 %1</translation>
    </message>
    <message>
        <source>Select an incident to draw for it</source>
        <translation>选择警情后可为其标绘</translation>
    </message>
    <message>
        <source>Drawn for the incident %1, not for the whole desk</source>
        <translation>仅用于警情 %1，而非全台</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>tridesk::PlotTool</name>
    <message>
        <source>Draw: write the text, then click where it stands</source>
        <translation>标绘：先写文字，再单击位置</translation>
    </message>
    <message>
        <source>Draw: hold the button and draw</source>
        <translation>标绘：按住左键描画</translation>
    </message>
    <message>
        <source>Draw: click each corner, double-click ends, Backspace takes one back</source>
        <translation>标绘：逐点单击，双击结束，退格撤回一点</translation>
    </message>
    <message>
        <source>A drawing of another seat: it can be read here</source>
        <translation>其他席位的标绘，仅可查看</translation>
    </message>
    <message>
        <source>Drag a corner to move it, the middle of a side to add one; Delete takes one away</source>
        <translation>拖动节点可移动，拖动边中点可增点，Delete 删除节点</translation>
    </message>
    <message>
        <source>Drawn by %1 at %2</source>
        <translation>%1 于 %2 标绘</translation>
    </message>
    <message>
        <source>%1, changed at %2</source>
        <translation>%1，%2 修改</translation>
    </message>
    <message>
        <source>%1, stands until %2</source>
        <translation>%1，有效至 %2</translation>
    </message>
</context>
<context>
    <name>tridesk::PolicySheet</name>
    <message>
        <source>Nobody from farther than</source>
        <translation>最远用时</translation>
    </message>
    <message>
        <source>A position is doubted after</source>
        <translation>定位超过此时间视为存疑</translation>
    </message>
    <message>
        <source>… for each such time of its age</source>
        <translation>……每超一倍加</translation>
    </message>
    <message>
        <source>Taken off other work</source>
        <translation>从其他警情抽调</translation>
    </message>
    <message>
        <source>Not a kind that the type asks for</source>
        <translation>警种不符类型要求</translation>
    </message>
    <message>
        <source>Each job of the shift</source>
        <translation>本班每出一次警</translation>
    </message>
    <message>
        <source>Rest after a job</source>
        <translation>处警后休整时间</translation>
    </message>
    <message>
        <source>… where it had none</source>
        <translation>……未休整加</translation>
    </message>
    <message>
        <source>Last car of a 1-minute ring</source>
        <translation>1 分钟圈最后一辆车</translation>
    </message>
    <message>
        <source>Last car of a 3-minute ring</source>
        <translation>3 分钟圈最后一辆车</translation>
    </message>
    <message>
        <source>Last car of a 5-minute ring</source>
        <translation>5 分钟圈最后一辆车</translation>
    </message>
    <message>
        <source>… where one other remains</source>
        <translation>……还剩一辆时按</translation>
    </message>
    <message>
        <source>Off the roads: of the straight line</source>
        <translation>不在道路上：按直线距离的</translation>
    </message>
    <message>
        <source>… driven at</source>
        <translation>……行驶速度</translation>
    </message>
    <message>
        <source>Units for a critical incident, at least</source>
        <translation>特急警情至少派</translation>
    </message>
    <message>
        <source>Units for an urgent one</source>
        <translation>紧急警情至少派</translation>
    </message>
    <message>
        <source>Units for a routine one</source>
        <translation>一般警情至少派</translation>
    </message>
    <message>
        <source>Units for what is not police work</source>
        <translation>非警务至少派</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>显示行数</translation>
    </message>
    <message>
        <source>What recommendations weigh</source>
        <translation>推荐权重</translation>
    </message>
    <message>
        <source>Units are ranked by the seconds they need; everything else is worth so many seconds of way. A change goes on record and counts for all seats.</source>
        <translation>力量按到场所需秒数排序，其他因素折算为秒。修改将记入日志，对所有席位生效。</translation>
    </message>
    <message>
        <source>Why it was not saved</source>
        <translation>未保存的原因</translation>
    </message>
    <message>
        <source>Save for all seats</source>
        <translation>保存并对所有席位生效</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>s</source>
        <comment>after a number of seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>公里/小时</translation>
    </message>
</context>
<context>
    <name>tridesk::PostPicker</name>
    <message>
        <source>All stations</source>
        <translation>全部派出所</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Dispatch groups…</source>
        <translation>调度分组…</translation>
    </message>
    <message>
        <source>▸ My sector</source>
        <translation>▸ 我的片区</translation>
    </message>
</context>
<context>
    <name>tridesk::PremiseSheet</name>
    <message>
        <source>Pick on the map</source>
        <translation>在地图上选点</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新提示</translation>
    </message>
    <message>
        <source>Notes on places</source>
        <translation>地点提示</translation>
    </message>
    <message>
        <source>Search the notes</source>
        <translation>查找提示</translation>
    </message>
    <message>
        <source>Notes that stand</source>
        <translation>现有提示</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What a crew must know before it arrives</source>
        <translation>警组到场前必须知道的</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>有期限</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Why it was not saved</source>
        <translation>未保存的原因</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>撤销原因</translation>
    </message>
    <message>
        <source>Why it is withdrawn, may be empty</source>
        <translation>撤销原因，可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>an area of %1 corners</source>
        <translation>%1 个顶点的区域</translation>
    </message>
    <message>
        <source>by the address alone</source>
        <translation>仅按地址</translation>
    </message>
    <message>
        <source>Written by %1 at %2, changed %3</source>
        <translation>%1 在%2写，%3 更改</translation>
    </message>
    <message>
        <source>A new note</source>
        <translation>新提示</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>写入提示</translation>
    </message>
</context>
<context>
    <name>tridesk::PremiseStrip</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 条）</translation>
    </message>
    <message>
        <source>Note on the place: %1</source>
        <translation>地点提示：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::PromptBar</name>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Another way out</source>
        <translation>其他办法</translation>
    </message>
</context>
<context>
    <name>tridesk::QueueModel</name>
    <message>
        <source>Reported %1</source>
        <translation>%1 接警</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Held %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>an agency</comment>
        <translation>已移交 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reports of it</source>
        <translation>
            <numerusform>共 %n 次报警</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: waits %2</source>
        <comment>unit or beat, time</comment>
        <translation>候 %1 %2</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
</context>
<context>
    <name>tridesk::QueuePane</name>
    <message>
        <source>Groups of the queue</source>
        <translation>警情分组</translation>
    </message>
    <message>
        <source>Number, place, type, unit, words</source>
        <translation>编号、地点、类型、警力、内容</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜索警情</translation>
    </message>
    <message>
        <source>Queue of incidents</source>
        <translation>警情列表</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a group of the queue and how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在处</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Recently closed</source>
        <translation>刚结案</translation>
    </message>
    <message>
        <source>Message to those assigned…</source>
        <translation>发给已派人员…</translation>
    </message>
    <message>
        <source>Station or dispatch group</source>
        <translation>派出所或调度分组</translation>
    </message>
    <message>
        <source>Sort and group the queue</source>
        <translation>警情队列排序与分组</translation>
    </message>
    <message>
        <source>Sorted by: %1. Headings: %2. A click on a column&apos;s head sorts by it.</source>
        <translation>排序：%1。分组：%2。点击列标题按该列排序。</translation>
    </message>
    <message>
        <source>In no station&apos;s area</source>
        <translation>不在任何派出所辖区</translation>
    </message>
    <message>
        <source>Pictures of this incident</source>
        <translation>此警情的视频</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Speak in its room…</source>
        <translation>在警情群内发言…</translation>
    </message>
    <message>
        <source>In no beat</source>
        <translation>不在任何警区</translation>
    </message>
</context>
<context>
    <name>tridesk::RecallStrip</name>
    <message>
        <source>Recall %1 from %2 (%3 s)</source>
        <comment>unit, incident, seconds left</comment>
        <translation>撤回 %1 对 %2 的指令（%3 秒）</translation>
    </message>
</context>
<context>
    <name>tridesk::ReceiptModel</name>
    <message>
        <source>Shown to %1 of %2</source>
        <translation>已向 %1/%2 显示</translation>
    </message>
    <message>
        <source>%1 of %2 have acknowledged</source>
        <translation>%1/%2 已签阅</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tridesk::Refusals</name>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>报警人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Callsign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>This seat may not do that.</source>
        <translation>本席位无权执行此操作。</translation>
    </message>
    <message>
        <source>This seat may not do that: %1</source>
        <translation>本席位无权执行此操作：%1</translation>
    </message>
    <message>
        <source>There is no incident %1.</source>
        <translation>没有警情 %1。</translation>
    </message>
    <message>
        <source>There is no unit %1.</source>
        <translation>没有警力 %1。</translation>
    </message>
    <message>
        <source>There is no post %1.</source>
        <translation>没有单位 %1。</translation>
    </message>
    <message>
        <source>That order is not known here.</source>
        <translation>没有这条指令。</translation>
    </message>
    <message>
        <source>That message is not known here.</source>
        <translation>没有这条消息。</translation>
    </message>
    <message>
        <source>Choose an incident type.</source>
        <translation>请选择警情类型。</translation>
    </message>
    <message>
        <source>There is no incident type %1.</source>
        <translation>没有警情类型 %1。</translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation>请选择处理结果。</translation>
    </message>
    <message>
        <source>There is no outcome %1.</source>
        <translation>没有处理结果 %1。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少%1。</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 characters.</source>
        <translation>%1过长：最多 %2 个字。</translation>
    </message>
    <message>
        <source>%1: too many, at most %2.</source>
        <translation>%1过多：最多 %2 个。</translation>
    </message>
    <message>
        <source>%1: “%2” is not valid.</source>
        <translation>%1：“%2”无效。</translation>
    </message>
    <message>
        <source>%1: “%2” is not valid (%3).</source>
        <translation>%1：“%2”无效（%3）。</translation>
    </message>
    <message>
        <source>The source has already sent %1 with other content.</source>
        <translation>来源已报送过 %1，内容不同。</translation>
    </message>
    <message>
        <source>%1: “%2” belongs to another one already.</source>
        <translation>%1：“%2”已被占用。</translation>
    </message>
    <message>
        <source>The incident is closed.</source>
        <translation>该警情已结案。</translation>
    </message>
    <message>
        <source>The incident still has open orders.</source>
        <translation>该警情仍有未办结的指令。</translation>
    </message>
    <message>
        <source>Nobody crews that unit.</source>
        <translation>该警力无人在岗。</translation>
    </message>
    <message>
        <source>Nobody crews %1.</source>
        <translation>%1 无人在岗。</translation>
    </message>
    <message>
        <source>The unit works on %1; taking it needs a reason.</source>
        <translation>该警力正在处置 %1；抽调须填写理由。</translation>
    </message>
    <message>
        <source>It is already assigned to this incident.</source>
        <translation>已派往该警情。</translation>
    </message>
    <message>
        <source>That order is over.</source>
        <translation>该指令已结束。</translation>
    </message>
    <message>
        <source>The order can still be recalled; a moment.</source>
        <translation>指令尚在撤回期内，请稍候。</translation>
    </message>
    <message>
        <source>Too late to recall: the addressee has the order.</source>
        <translation>已无法撤回：对方已收到指令。</translation>
    </message>
    <message>
        <source>Not in this order: it stands at “%1”.</source>
        <translation>环节顺序不符：当前为“%1”。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>The journal could not take it: %1</source>
        <translation>无法写入日志：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>方位角</translation>
    </message>
    <message>
        <source>That drawing is no longer there.</source>
        <translation>该标绘已不存在。</translation>
    </message>
    <message>
        <source>That place is no longer named.</source>
        <translation>该地点已不再有此名称。</translation>
    </message>
    <message>
        <source>There is no camera %1.</source>
        <translation>没有摄像头 %1。</translation>
    </message>
    <message>
        <source>There is no such handover of this seat.</source>
        <translation>本席位没有该次交接。</translation>
    </message>
    <message>
        <source>There is no status %1.</source>
        <translation>没有状态 %1。</translation>
    </message>
    <message>
        <source>The bureau&apos;s order holds the unit (%1): ask the bureau.</source>
        <translation>该警力正在执行市局指令（%1），请向市局请示。</translation>
    </message>
    <message>
        <source>An emergency of %1 stands.</source>
        <translation>%1的紧急报警尚未解除。</translation>
    </message>
    <message>
        <source>No emergency of %1 stands.</source>
        <translation>%1没有未解除的紧急报警。</translation>
    </message>
    <message>
        <source>It is part of %1: split it off first.</source>
        <translation>已并入 %1，请先拆分。</translation>
    </message>
    <message>
        <source>%1 is not part of another incident.</source>
        <translation>%1 未并入其他警情。</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 尚未结案。</translation>
    </message>
    <message>
        <source>It is with %1 already.</source>
        <translation>已移交%1。</translation>
    </message>
    <message>
        <source>%1 is not with another agency.</source>
        <translation>%1 未移交其他部门。</translation>
    </message>
    <message>
        <source>A handover is signed by two: %1 offered it.</source>
        <translation>交接须由两人签字：%1 为交班人。</translation>
    </message>
    <message>
        <source>No safety timer runs for %1.</source>
        <translation>%1没有安全计时。</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>lies outside of the range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>too few points for its shape</source>
        <translation>点数不足</translation>
    </message>
    <message>
        <source>no geometry that fits</source>
        <translation>没有可用的几何</translation>
    </message>
    <message>
        <source>bytes that are no text, or a row that is too long</source>
        <translation>不是文本，或行过长</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>lies more than a day ahead</source>
        <translation>晚于现在一天以上</translation>
    </message>
    <message>
        <source>lies before 1990</source>
        <translation>早于1990年</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>交班简报</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Weapon kit</source>
        <translation>枪械装备</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>告知渠道</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>A reviewer reads and changes nothing.</source>
        <translation>检查员只能查看，不能更改。</translation>
    </message>
    <message>
        <source>That is the shift&apos;s work; you are signed in as: %1.</source>
        <translation>这是当班人员的工作；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor lowers a level; you are signed in as: %1.</source>
        <translation>降低警情等级须由值班长进行；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>The unit works on a more pressing incident: a supervisor may take it; you are signed in as: %1.</source>
        <translation>该警力正在处置更紧急的警情，须由值班长抽调；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor or duty officer ends an emergency; you are signed in as: %1.</source>
        <translation>解除紧急求助须由值班长或值班民警进行；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor lifts that protection; you are signed in as: %1.</source>
        <translation>取消该保护标记须由值班长进行；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor adjusts what recommendations weigh; you are signed in as: %1.</source>
        <translation>调整推荐权重须由值班长进行；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor or administrator sets up posts, units, cameras and types; you are signed in as: %1.</source>
        <translation>单位、警力、摄像头和警情类型须由值班长或管理员设置；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>The bureau&apos;s dispatchers and supervisors know who a confidential caller is.</source>
        <translation>只有指挥中心的调度员和值班长可以知道保密报警人的身份。</translation>
    </message>
    <message>
        <source>A sensitive incident is read by the bureau and by those who were sent to it.</source>
        <translation>敏感警情只供指挥中心和受派人员查看。</translation>
    </message>
    <message>
        <source>Video feed</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Main stream</source>
        <translation>主码流</translation>
    </message>
    <message>
        <source>Sub stream</source>
        <translation>子码流</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录信息</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>打开的画面</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>保存天数</translation>
    </message>
    <message>
        <source>Room for footage, MiB</source>
        <translation>影像存储空间（MiB）</translation>
    </message>
    <message>
        <source>Room left free, MiB</source>
        <translation>保留空闲空间（MiB）</translation>
    </message>
    <message>
        <source>Pictures at once</source>
        <translation>同时播放画面数</translation>
    </message>
    <message>
        <source>Cameras of an incident</source>
        <translation>每起警情的摄像头数</translation>
    </message>
    <message>
        <source>lies ahead</source>
        <translation>在未来</translation>
    </message>
    <message>
        <source>a login does not belong in an address</source>
        <translation>地址中不得含有登录信息</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>不是有效地址</translation>
    </message>
    <message>
        <source>rtsp, http, https, rtmp or srt</source>
        <translation>应为 rtsp、http、https、rtmp 或 srt</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>缺少主机</translation>
    </message>
    <message>
        <source>port 1 to 65535</source>
        <translation>端口应为 1 至 65535</translation>
    </message>
    <message>
        <source>a line break or another control character</source>
        <translation>含有换行或其他控制字符</translation>
    </message>
    <message>
        <source>A supervisor or duty officer gives footage out; you are signed in as: %1.</source>
        <translation>影像须由值班长或值班民警导出；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>A supervisor says how long footage is kept; you are signed in as: %1.</source>
        <translation>影像保存期限须由值班长决定；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>There is no video feed %1.</source>
        <translation>没有视频 %1。</translation>
    </message>
    <message>
        <source>That picture is no longer open here.</source>
        <translation>该画面已不在此处打开。</translation>
    </message>
    <message>
        <source>That footage is no longer kept.</source>
        <translation>该影像已不再保存。</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>a station is wanted</source>
        <translation>须为派出所</translation>
    </message>
    <message>
        <source>a desk of the bureau is wanted</source>
        <translation>须为市局席位</translation>
    </message>
    <message>
        <source>twelve hours at most</source>
        <translation>最长十二小时</translation>
    </message>
    <message>
        <source>A supervisor moves stations from desk to desk; you are signed in as: %1.</source>
        <translation>派出所在席位间移交由值班长办理；您的登录身份是：%1。</translation>
    </message>
    <message>
        <source>That note on a place is not there any more.</source>
        <translation>该地点提示已不存在。</translation>
    </message>
    <message>
        <source>The incident&apos;s plan has no such step: %1</source>
        <translation>该警情的预案没有此步骤：%1</translation>
    </message>
    <message>
        <source>Nobody sits at %1: stations are given to a desk that somebody sits at.</source>
        <translation>%1 无人值守：派出所只能移交给有人的席位。</translation>
    </message>
    <message>
        <source>An emergency stays in sight until it is acknowledged.</source>
        <translation>紧急求援在确认之前不能搁置。</translation>
    </message>
    <message>
        <source>A supervisor or reviewer plays the record; you are signed in as: %1.</source>
        <translation>回放记录需值班长或复核员；当前登录身份：%1。</translation>
    </message>
    <message>
        <source>This is a replay: nothing here changes the record.</source>
        <translation>正在回放：此处的任何操作都不会改变记录。</translation>
    </message>
    <message>
        <source>That bookmark is not there any more.</source>
        <translation>该书签已不存在。</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>地图位置</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>报警人姓名</translation>
    </message>
    <message>
        <source>Caller&apos;s telephone</source>
        <translation>报警人电话</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>警区</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>There is no beat %1.</source>
        <translation>没有警区 %1。</translation>
    </message>
    <message>
        <source>Not known yet: %1. Closing it all the same needs a reason.</source>
        <translation>尚缺：%1。仍要结案须说明原因。</translation>
    </message>
    <message>
        <source>Nobody was sent to %1 yet: there is nobody to talk to.</source>
        <translation>%1 尚未派警，群内无人。</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>处置完毕</translation>
    </message>
    <message>
        <source>a time as 01:05, or 11-26 01:05</source>
        <translation>应为 01:05 或 11-26 01:05 形式的时间</translation>
    </message>
    <message>
        <source>lies before the step that it follows</source>
        <translation>早于前一步骤</translation>
    </message>
    <message>
        <source>lies more than 31 days back</source>
        <translation>早于 31 天之前</translation>
    </message>
    <message>
        <source>Who did this may not sit at this desk any more.</source>
        <translation>操作人已无权在本席位就座。</translation>
    </message>
    <message>
        <source>Who did this has not signed in here again, and it was given up.</source>
        <translation>操作人未在此重新登录，已不再等待。</translation>
    </message>
    <message>
        <source>Nobody had signed in at this desk.</source>
        <translation>当时本席位无人登录。</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayBar</name>
    <message>
        <source>Ten seconds back (J)</source>
        <translation>后退十秒(J)</translation>
    </message>
    <message>
        <source>A picture back (,)</source>
        <translation>后退一帧(,)</translation>
    </message>
    <message>
        <source>Stand still (blank)</source>
        <translation>暂停(空格)</translation>
    </message>
    <message>
        <source>A picture on (.)</source>
        <translation>前进一帧(.)</translation>
    </message>
    <message>
        <source>Faster or slower (L)</source>
        <translation>加快或放慢(L)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Back to the live picture (Esc)</source>
        <translation>回到实时画面(Esc)</translation>
    </message>
    <message>
        <source>Place in the replay</source>
        <translation>回放位置</translation>
    </message>
    <message>
        <source>Go on (blank)</source>
        <translation>继续(空格)</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayCover</name>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayScreen</name>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Nothing was kept that could be replayed yet.</source>
        <translation>尚无可回放的画面。</translation>
    </message>
    <message>
        <source>This cannot be played: the file is not there, or damaged.</source>
        <translation>无法播放:文件不存在或已损坏。</translation>
    </message>
    <message>
        <source>REPLAY %1</source>
        <translation>回放 %1</translation>
    </message>
    <message>
        <source>STILL %1</source>
        <translation>静态画面 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayTile</name>
    <message>
        <source>Play with a reason…</source>
        <translation>说明原因后播放…</translation>
    </message>
    <message>
        <source>What the record says of this picture</source>
        <translation>记录中关于此画面的内容</translation>
    </message>
    <message>
        <source>Why do you watch this?</source>
        <translation>为什么要看这段录像？</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayVideo</name>
    <message>
        <source>Nobody watched a picture at this instant, and none was kept.</source>
        <translation>此刻没有人查看画面，也没有留存的录像。</translation>
    </message>
    <message>
        <source>Pictures of that instant</source>
        <translation>该时刻的画面</translation>
    </message>
    <message>
        <source>Pictures for which there is no room</source>
        <translation>放不下的画面</translation>
    </message>
    <message>
        <source>%1 watched since %2</source>
        <comment>a seat, a time</comment>
        <translation>%1 自 %2 起查看</translation>
    </message>
    <message>
        <source>Of this instant no picture was kept.</source>
        <translation>此刻没有留存的画面。</translation>
    </message>
    <message>
        <source>Without room: %1</source>
        <translation>放不下：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::ReplayWindow</name>
    <message>
        <source>This is a replay</source>
        <translation>正在回放</translation>
    </message>
    <message>
        <source>What of the record cannot be read</source>
        <translation>无法读取的记录</translation>
    </message>
    <message>
        <source>How much of the record is read</source>
        <translation>记录读取进度</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情详情</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>To the entry before</source>
        <translation>上一条记录</translation>
    </message>
    <message>
        <source>To the next entry</source>
        <translation>下一条记录</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>关闭回放</translation>
    </message>
    <message>
        <source>The record cannot be read: %1</source>
        <translation>无法读取记录：%1</translation>
    </message>
    <message>
        <source>A part of the record cannot be read: %1</source>
        <translation>部分记录无法读取：%1</translation>
    </message>
    <message>
        <source>REPLAY  %1  –  nothing here changes the record</source>
        <comment>date and time</comment>
        <translation>回放  %1  –  此处的任何操作都不会改变记录</translation>
    </message>
    <message>
        <source>Replay – Tridesk</source>
        <translation>回放 – Tridesk</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmark this instant</source>
        <translation>给此刻加书签</translation>
    </message>
    <message>
        <source>To the bookmark before</source>
        <translation>到上一个书签</translation>
    </message>
    <message>
        <source>To the next bookmark</source>
        <translation>到下一个书签</translation>
    </message>
    <message>
        <source>What stands beside the board</source>
        <translation>态势旁的面板</translation>
    </message>
</context>
<context>
    <name>tridesk::ReportDelivery</name>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::ReportPage</name>
    <message>
        <source>Report: what became of it?</source>
        <translation>反馈：处置结果如何？</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Words of the report</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>A few words, if needed</source>
        <translation>必要时简要说明</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>提交反馈</translation>
    </message>
</context>
<context>
    <name>tridesk::RingTools</name>
    <message>
        <source>No rings here: they need the roads of a map package.</source>
        <translation>无法显示圈层：需要地图包中的路网。</translation>
    </message>
    <message>
        <source>No rings: open a map.</source>
        <translation>无法显示圈层：请先打开地图。</translation>
    </message>
    <message>
        <source>No rings: there is no road near the place.</source>
        <translation>无法显示圈层：该位置附近没有道路。</translation>
    </message>
    <message>
        <source>Select an incident that has a place, or click with the right button on the map.</source>
        <translation>请先选择有位置的警情，或在地图上点击右键。</translation>
    </message>
    <message>
        <source>No ring: the roads of the map cannot be read.</source>
        <translation>无法显示圈层：地图路网无法读取。</translation>
    </message>
    <message>
        <source>The start lies in the future.</source>
        <translation>起始时间在将来。</translation>
    </message>
    <message>
        <source>More than two hours ago: a ring says nothing any more.</source>
        <translation>已超过两小时，逃逸圈不再有意义。</translation>
    </message>
    <message>
        <source>The speed must be 1 to 250 km/h.</source>
        <translation>速度须在 1 到 250 公里/小时之间。</translation>
    </message>
    <message>
        <source>There is no road near the place.</source>
        <translation>该位置附近没有道路。</translation>
    </message>
    <message>
        <source>%1 +%2 s</source>
        <comment>callsign, seconds that it is there before</comment>
        <translation>%1 +%2 秒</translation>
    </message>
    <message>
        <source>Ways out with nobody in time: %1</source>
        <translation>来不及封控的出口：%1</translation>
    </message>
    <message>
        <source>Nobody can cut it in the next five minutes</source>
        <translation>五分钟内无警力可拦截</translation>
    </message>
    <message>
        <source>Can cut it: %1</source>
        <translation>可拦截：%1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a ring on the map</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>now</source>
        <comment>where somebody may be</comment>
        <translation>现在</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>the ring in so many minutes</comment>
        <translation>+%1 分钟</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <comment>is there so much before</comment>
        <translation>+%1 秒</translation>
    </message>
</context>
<context>
    <name>tridesk::ScriptStrip</name>
    <message>
        <source>How far the script is</source>
        <translation>脚本进度</translation>
    </message>
    <message>
        <source>The line of the script that came last</source>
        <translation>脚本最近执行的一行</translation>
    </message>
    <message>
        <source>What did not go as the script says</source>
        <translation>与脚本不符之处</translation>
    </message>
    <message>
        <source>A script is played</source>
        <translation>正在播放脚本</translation>
    </message>
    <message>
        <source>Stop the script</source>
        <translation>停止脚本</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Stop the script for good</source>
        <translation>停止脚本，不再继续</translation>
    </message>
    <message>
        <source>Put the script&apos;s line away</source>
        <translation>收起脚本提示</translation>
    </message>
    <message>
        <source>▶ Script %1: line %2 of %3 in %4</source>
        <comment>name, number, number, minutes and seconds</comment>
        <translation>▶ 脚本 %1：第 %2 行，共 %3 行，%4 后执行</translation>
    </message>
    <message>
        <source>■ Script %1 was stopped after %2 of %3 lines</source>
        <translation>■ 脚本 %1 已停止，执行了 %2 行，共 %3 行</translation>
    </message>
    <message>
        <source>■ Script %1 is over: %2 lines, %3 not as written</source>
        <translation>■ 脚本 %1 已播完：共 %2 行，其中 %3 行与脚本不符</translation>
    </message>
    <message>
        <source>this should have been refused, and was done</source>
        <translation>本应被拒绝，却已执行</translation>
    </message>
    <message>
        <source>✕ line %1, “%2”: %3</source>
        <comment>number in the file, what it says, why it was not done</comment>
        <translation>✕ 第 %1 行“%2”：%3</translation>
    </message>
    <message>
        <source>Stop the script, or put it away</source>
        <translation>停止或收起脚本</translation>
    </message>
</context>
<context>
    <name>tridesk::SeatEyes</name>
    <message>
        <source>Messages of %1</source>
        <translation>%1 的消息</translation>
    </message>
    <message>
        <source>Alarms of %1</source>
        <translation>%1 的告警</translation>
    </message>
    <message>
        <source>Orders to %1</source>
        <translation>发给 %1 的指令</translation>
    </message>
</context>
<context>
    <name>tridesk::SeatGuard</name>
    <message>
        <source>This desk has users now: sign in to go on.</source>
        <translation>本台已设置用户：请登录后继续。</translation>
    </message>
    <message>
        <source>What you may do here has been changed: sign in again.</source>
        <translation>您在此的权限已变更：请重新登录。</translation>
    </message>
</context>
<context>
    <name>tridesk::SectorStrip</name>
    <message>
        <source>Noted</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>The moved stations are noted</source>
        <translation>已知悉派出所移交</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>station, desk</comment>
        <translation>%1 移交%2</translation>
    </message>
    <message>
        <source>every desk</source>
        <translation>各席位共管</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between stations</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Yours from now on: %1</source>
        <translation>即刻起由您负责：%1</translation>
    </message>
    <message>
        <source>No longer yours: %1</source>
        <translation>不再由您负责：%1</translation>
    </message>
    <message>
        <source>moved by %1, %2</source>
        <translation>由 %1 移交，%2</translation>
    </message>
</context>
<context>
    <name>tridesk::ShiftSheet</name>
    <message>
        <source>Log on %1</source>
        <translation>%1 上岗</translation>
    </message>
    <message>
        <source>Crew and kit of %1</source>
        <translation>%1 的人员与装备</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Names with commas between them</source>
        <translation>姓名，用逗号分隔</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Plate or number</source>
        <translation>车牌或编号</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Number of the set</source>
        <translation>电台编号</translation>
    </message>
    <message>
        <source>Body camera</source>
        <translation>执法记录仪</translation>
    </message>
    <message>
        <source>Number of the device</source>
        <translation>设备编号</translation>
    </message>
    <message>
        <source>Weapon kit</source>
        <translation>枪械装备</translation>
    </message>
    <message>
        <source>Number, or none</source>
        <translation>编号，可不填</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>tridesk::SignIn</name>
    <message>
        <source>The name or the password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>Too many wrong attempts: wait %1, then try again.</source>
        <translation>错误次数过多：请等待 %1 后再试。</translation>
    </message>
    <message>
        <source>This user may not sign in any more; ask the administrator.</source>
        <translation>该用户已停用，请联系管理员。</translation>
    </message>
    <message>
        <source>The users of this desk cannot be read: %1</source>
        <translation>无法读取本台的用户：%1</translation>
    </message>
    <message>
        <source>%1 may not sit at: %2</source>
        <comment>user, seat</comment>
        <translation>%1 无权使用席位：%2</translation>
    </message>
    <message>
        <source>No seat of this desk may be taken by %1; ask the administrator.</source>
        <translation>%1 在本台没有可用席位，请联系管理员。</translation>
    </message>
    <message>
        <source>This user may not sit at this desk; ask the administrator.</source>
        <translation>该用户无权在本席位就座；请联系管理员。</translation>
    </message>
    <message numerus="yes">
        <source>Not let in. Without a link to the gateway only those can sign in who have done so at this desk in the last %n days, with the same password.</source>
        <translation>
            <numerusform>未能登录。与网关的链路中断时，仅最近 %n 天内在本席位登录过的用户可用同一密码登录。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tridesk::SignInSheet</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Take this seat</source>
        <translation>使用该席位</translation>
    </message>
</context>
<context>
    <name>tridesk::SpanDocument</name>
    <message>
        <source>Report of %1</source>
        <translation>%1 统计报告</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>In the tables that follow times are medians; in brackets what nine of ten did not exceed.</source>
        <translation>以下各表用时为中位数；括号内为九成以内。</translation>
    </message>
    <message>
        <source>Narrowed to</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>%1; closed %2, merged into another %3, given to another agency %4, opened again %5, come upon by crews %6</source>
        <translation>%1；结案 %2，并案 %3，移交 %4，重开 %5，现场发现 %6</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>%1; refused %2, cancelled %3; recalled and not counted: %4</source>
        <translation>%1；拒绝 %2，取消 %3；撤回（不计）%4</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>of callers and users stand in it</source>
        <translation>含报警人和用户姓名</translation>
    </message>
    <message>
        <source>of callers and users are left out</source>
        <translation>不含报警人和用户姓名</translation>
    </message>
    <message>
        <source>There were more incidents than a report can count: only the first are.</source>
        <translation>警情数超过报告所能统计，仅计前面部分。</translation>
    </message>
    <message>
        <source>Nothing was reported in this span.</source>
        <translation>此时段内没有警情。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a deadline, how many were late</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>九成以内</translation>
    </message>
    <message>
        <source>Left out: clock ran backwards</source>
        <translation>未计：时钟倒退</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Setting out</source>
        <translation>出警</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>现场</translation>
    </message>
    <message numerus="yes">
        <source>%n more rows stand in the table (CSV).</source>
        <translation>
            <numerusform>另有 %n 行见表格（CSV）。</numerusform>
        </translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>报警人</translation>
    </message>
    <message numerus="yes">
        <source>%n more incidents stand in the list (CSV).</source>
        <translation>
            <numerusform>另有 %n 起警情见清单（CSV）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents of this span are not for this seat to see.</source>
        <translation>
            <numerusform>此时段有 %n 起警情本席位无权查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Incidents first reported in the span, with all that the record says of them up to its last entry. Dispatch: from the report to the first order that was not recalled. Response: to the first unit&apos;s arrival. Total: to the closing. Not counted in these: incidents merged into another; in the first two also what a crew came upon itself, and what was held or given away before its first order.</source>
        <translation>统计在时段内首次接报的警情，以及截至最后一条记录的全部处置。派警：接报至首个未撤回的指令。响应：接报至首个单位到场。总用时：接报至结案。以上不计并案警情；派警和响应另不计现场发现的警情，以及首个指令前曾挂起或移交的警情。</translation>
    </message>
    <message>
        <source>Signing: from when the addressee may see the order. Setting out: from signing. Travel: from setting out to arriving. On scene: from arriving to reporting back. Recalled orders are in no figure; refused and cancelled ones count with the steps that they reached. A clock that ended before it began was left out.</source>
        <translation>签收：自对方可见指令起。出警：自签收起。途中：出警至到场。现场：到场至反馈。撤回的指令不计；拒绝和取消的指令按已到达的环节计。终点早于起点的用时不计。</translation>
    </message>
    <message>
        <source>Made %1 by %2. Stands on the journal up to entry %3, whose hash is %4.</source>
        <translation>%1 由 %2 制作。依据日志至第 %3 条，其哈希为 %4。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>tridesk::Spoken</name>
    <message>
        <source>Not dispatched in time</source>
        <translation>超时未派警</translation>
    </message>
    <message>
        <source>Not signed in time</source>
        <translation>超时未签收</translation>
    </message>
    <message>
        <source>Not arrived in time</source>
        <translation>超时未到场</translation>
    </message>
    <message>
        <source>Not reported in time</source>
        <translation>超时未反馈</translation>
    </message>
    <message>
        <source>New %1 incident</source>
        <translation>新的%1警情</translation>
    </message>
    <message>
        <source>New %1 incident: %2, %3</source>
        <translation>新的%1警情：%2，%3</translation>
    </message>
    <message>
        <source>%1: incident %2</source>
        <translation>警情 %2 %1</translation>
    </message>
    <message>
        <source>%1: %2, incident %3</source>
        <translation>%2，警情 %3，%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>%1 紧急求助</translation>
    </message>
    <message>
        <source>New order: incident %1</source>
        <translation>新指令：警情 %1</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>%1 来消息</translation>
    </message>
    <message>
        <source>Emergency of a crew</source>
        <translation>警组紧急求助</translation>
    </message>
    <message>
        <source>Urgent incident</source>
        <translation>紧急警情</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Order to this seat</source>
        <translation>下达本席位的指令</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Your unit %1 was ordered to incident %2</source>
        <translation>本所 %1 已被派往警情 %2</translation>
    </message>
    <message>
        <source>Your order to %1 was dropped for incident %2</source>
        <translation>本所给 %1 的指令已为警情 %2 改派</translation>
    </message>
    <message>
        <source>%1 has not answered the safety check</source>
        <translation>%1未回应安全询问</translation>
    </message>
    <message>
        <source>%1 asks for reinforcement, incident %2</source>
        <translation>%1请求增援，警情 %2</translation>
    </message>
    <message>
        <source>%1 refused the order, incident %2</source>
        <translation>%1拒绝指令，警情 %2</translation>
    </message>
    <message>
        <source>Steps and requests of crews</source>
        <translation>警组的进展与请求</translation>
    </message>
    <message>
        <source>A step of the plan is late: incident %1</source>
        <translation>预案步骤超时：警情 %1</translation>
    </message>
    <message>
        <source>%1 is free: next is incident %2</source>
        <translation>%1 已空闲，下一警情 %2</translation>
    </message>
</context>
<context>
    <name>tridesk::StatisticsModel</name>
    <message>
        <source>none was counted</source>
        <translation>未计到</translation>
    </message>
    <message>
        <source>%1: %2 counted, median %3, mean %4, nine of ten at most %5</source>
        <translation>%1：计 %2，中位数 %3，平均 %4，九成以内 %5</translation>
    </message>
    <message>
        <source>%1; left out since a clock ran backwards: %2</source>
        <translation>%1；因时钟倒退未计：%2</translation>
    </message>
    <message>
        <source>The median; a row&apos;s tool tip has the rest</source>
        <translation>中位数；其余见各行提示</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
</context>
<context>
    <name>tridesk::StatisticsSheet</name>
    <message>
        <source>statistics</source>
        <comment>beginning of a file&apos;s name</comment>
        <translation>统计</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, user</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Usual spans</source>
        <translation>常用时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Count what is on record</source>
        <translation>统计记录</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>How much of the record is read</source>
        <translation>记录读取进度</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>What must be said of it</source>
        <translation>须说明的情况</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>With the names of callers and users</source>
        <translation>含报警人和用户姓名</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Response, median and nine of ten</source>
        <translation>响应用时：中位数与九成以内</translation>
    </message>
    <message>
        <source>Signing, by its length</source>
        <translation>签收用时分布</translation>
    </message>
    <message>
        <source>Setting out, by its length</source>
        <translation>出警用时分布</translation>
    </message>
    <message>
        <source>Reporting back, by its length</source>
        <translation>反馈用时分布</translation>
    </message>
    <message>
        <source>Figures and chart</source>
        <translation>数据与图表</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>报告（PDF）</translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Tracks (GPX)</source>
        <translation>轨迹（GPX）</translation>
    </message>
    <message>
        <source>Incidents and tracks (GeoJSON)</source>
        <translation>警情与轨迹（GeoJSON）</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>The last 8 hours</source>
        <translation>最近 8 小时</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>every area</source>
        <translation>全部辖区</translation>
    </message>
    <message>
        <source>every type</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>every unit</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Names leave the desk with a supervisor alone</source>
        <translation>仅值班长可带出姓名</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>%1 incidents, %2 orders</source>
        <comment>counted</comment>
        <translation>警情 %1 起，指令 %2 条</translation>
    </message>
    <message>
        <source>%1 · response: median %2, nine of ten within %3</source>
        <translation>%1 · 响应：中位数 %2，九成在 %3 以内</translation>
    </message>
    <message>
        <source>Nothing was reported in this span.</source>
        <translation>此时段内没有警情。</translation>
    </message>
</context>
<context>
    <name>tridesk::StatusLine</name>
    <message>
        <source>Data folder and map</source>
        <translation>数据目录与地图</translation>
    </message>
</context>
<context>
    <name>tridesk::TileFace</name>
    <message>
        <source>&lt; 1 s</source>
        <comment>age of a picture</comment>
        <translation>&lt; 1 秒</translation>
    </message>
    <message>
        <source>%1, emergency, %2</source>
        <comment>whose picture, its state</comment>
        <translation>%1，紧急情况，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>whose picture, its state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, sound on</source>
        <comment>whose picture and its state</comment>
        <translation>%1，声音已开</translation>
    </message>
</context>
<context>
    <name>tridesk::TileKeeping</name>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>A clip is being kept</source>
        <translation>正在保存片段</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>标记说明</translation>
    </message>
    <message>
        <source>What is seen here? Enter keeps the mark</source>
        <translation>看到了什么?按回车保存标记</translation>
    </message>
    <message>
        <source>See the last 30 seconds again</source>
        <translation>回看最近 30 秒</translation>
    </message>
    <message>
        <source>See the last minute again</source>
        <translation>回看最近一分钟</translation>
    </message>
    <message>
        <source>Keep this picture</source>
        <translation>保存此画面</translation>
    </message>
    <message>
        <source>Keep a clip, from ten seconds ago until the same key</source>
        <translation>保存片段:自十秒前起,再按此键结束</translation>
    </message>
    <message>
        <source>Mark this moment with words</source>
        <translation>标记此刻并加说明</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <comment>a still, a clip, a mark</comment>
        <translation>已保存:%1</translation>
    </message>
    <message>
        <source>Nothing has been kept of this picture yet.</source>
        <translation>此画面尚无可回看的内容。</translation>
    </message>
    <message>
        <source>⏺ Clip %1</source>
        <comment>how long it is</comment>
        <translation>⏺ 片段 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::TileSound</name>
    <message>
        <source>Why nothing is heard</source>
        <translation>没有声音的原因</translation>
    </message>
    <message>
        <source>Hear it: one picture at a time</source>
        <translation>监听声音：同一时间只播放一路</translation>
    </message>
    <message>
        <source>This computer has no sound device.</source>
        <translation>这台电脑没有声音设备。</translation>
    </message>
    <message>
        <source>This camera sends no sound.</source>
        <translation>该摄像机没有声音。</translation>
    </message>
    <message>
        <source>Silent while an emergency rings.</source>
        <translation>紧急求助鸣响期间静音。</translation>
    </message>
</context>
<context>
    <name>tridesk::TimelineStrip</name>
    <message>
        <source>Timeline of the record</source>
        <translation>记录时间轴</translation>
    </message>
    <message>
        <source>Incidents here: %1. Zoom in to tell them apart.</source>
        <translation>此处共 %1 起警情，放大后可分辨。</translation>
    </message>
    <message>
        <source>More incidents here: %1</source>
        <comment>there is no room for their bars</comment>
        <translation>此处另有 %1 起警情</translation>
    </message>
    <message>
        <source>Incident %1, %2</source>
        <comment>number, level</comment>
        <translation>警情 %1，%2</translation>
    </message>
</context>
<context>
    <name>tridesk::UnitMenu</name>
    <message>
        <source>Message…</source>
        <translation>发消息…</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>派往 %1</translation>
    </message>
    <message>
        <source>All is well: reset the check</source>
        <translation>平安：重新计时</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>停止安全确认</translation>
    </message>
    <message>
        <source>Raise an emergency</source>
        <translation>发出紧急求援</translation>
    </message>
    <message>
        <source>Log on…</source>
        <translation>上岗…</translation>
    </message>
    <message>
        <source>Change crew or kit…</source>
        <translation>变更人员或装备…</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>下岗</translation>
    </message>
    <message>
        <source>Ask whether all is well</source>
        <translation>定时询问是否安全</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset all checks of %1</source>
        <translation>重置 %1 的全部询问</translation>
    </message>
    <message>
        <source>Reset all checks</source>
        <translation>重置全部询问</translation>
    </message>
    <message>
        <source>No safety check runs for the incident in hand.</source>
        <translation>当前警情没有进行中的安全询问。</translation>
    </message>
    <message>
        <source>Exchange their jobs…</source>
        <translation>对调任务…</translation>
    </message>
    <message>
        <source>Why do %1 and %2 take each other&apos;s jobs?</source>
        <translation>为什么 %1 与 %2 对调任务？</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>Select one unit, and the incident that is to wait for it.</source>
        <translation>请选择一个单位和要等候它的警情。</translation>
    </message>
    <message>
        <source>Let %1 wait for %2</source>
        <translation>让 %1 排队等候 %2</translation>
    </message>
    <message>
        <source>Waiting %1: %2 %3, until %4</source>
        <comment>place, number, type, time</comment>
        <translation>等候第 %1：%2 %3，至 %4</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即派警</translation>
    </message>
    <message>
        <source>To the front</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>放回队列</translation>
    </message>
</context>
<context>
    <name>tridesk::UnitModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>no fix</source>
        <translation>无定位</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，始于 %2</translation>
    </message>
    <message>
        <source>Straight line, from a position that is old</source>
        <translation>直线距离，位置较旧</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线距离</translation>
    </message>
    <message>
        <source>Measured %1 by %2</source>
        <translation>%1 由 %2 测得</translation>
    </message>
    <message>
        <source>Callsign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Fix age</source>
        <translation>定位时效</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>a safety check</comment>
        <translation>待问 %1</translation>
    </message>
    <message>
        <source>missed %1</source>
        <comment>a safety check</comment>
        <translation>未答 %1</translation>
    </message>
    <message>
        <source>Safety check every %1: answer due %2</source>
        <translation>每 %1 安全询问一次：应在 %2 前应答</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>%1, incident %2</source>
        <comment>callsign</comment>
        <translation>%1，警情 %2</translation>
    </message>
    <message>
        <source>car %1</source>
        <translation>车 %1</translation>
    </message>
    <message>
        <source>radio %1</source>
        <translation>电台 %1</translation>
    </message>
    <message>
        <source>camera %1</source>
        <translation>记录仪 %1</translation>
    </message>
    <message>
        <source>weapon %1</source>
        <translation>枪 %1</translation>
    </message>
    <message>
        <source>Qualified, kit</source>
        <translation>资质与装备</translation>
    </message>
    <message>
        <source>weapon drawn · %1</source>
        <comment>a unit&apos;s status</comment>
        <translation>已出枪 · %1</translation>
    </message>
    <message>
        <source>A weapon has been drawn.</source>
        <translation>武器已出枪套。</translation>
    </message>
    <message>
        <source>The body camera is recording.</source>
        <translation>执法记录仪正在录像。</translation>
    </message>
    <message>
        <source>Waiting for %1:</source>
        <translation>等候 %1：</translation>
    </message>
    <message>
        <source>%1. %2 %3, until %4</source>
        <comment>place, number, type or place, time</comment>
        <translation>%1. %2 %3，至 %4</translation>
    </message>
</context>
<context>
    <name>tridesk::UnitPane</name>
    <message>
        <source>Groups of units</source>
        <translation>警力分组</translation>
    </message>
    <message>
        <source>Search the units</source>
        <translation>搜索警力</translation>
    </message>
    <message>
        <source>Kind of unit</source>
        <translation>警力种类</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>Status of units</source>
        <translation>警力状态表</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>任务中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a group of units and how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Post or dispatch group</source>
        <translation>单位或调度分组</translation>
    </message>
    <message>
        <source>Callsign, crew, qualification</source>
        <translation>呼号、警员、资质</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Nothing waits for a unit that came free.</source>
        <translation>没有警情在等候空闲单位。</translation>
    </message>
</context>
<context>
    <name>tridesk::VideoPane</name>
    <message>
        <source>Pictures at a time: %1</source>
        <translation>同时显示画面：%1</translation>
    </message>
    <message>
        <source>Unit or camera</source>
        <translation>警力或摄像头</translation>
    </message>
    <message>
        <source>Open the picture of a unit or camera</source>
        <translation>打开警力或摄像头的视频</translation>
    </message>
    <message>
        <source>Show the picture of the unit that is selected</source>
        <translation>随选择显示警力视频</translation>
    </message>
    <message>
        <source>Video wall: all pictures on a screen of their own</source>
        <translation>视频墙：所有画面单独占一屏</translation>
    </message>
    <message>
        <source>How many pictures play</source>
        <translation>正在播放的画面数</translation>
    </message>
    <message>
        <source>There is no picture of &quot;%1&quot;.</source>
        <translation>没有“%1”的视频。</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <comment>pictures</comment>
        <translation>实时 %1/%2</translation>
    </message>
</context>
<context>
    <name>tridesk::VideoTile</name>
    <message>
        <source>Pin: it plays before others, and stays</source>
        <translation>固定：优先播放并保留</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>关闭画面</translation>
    </message>
    <message>
        <source>Tile %1: %2</source>
        <comment>a place for a picture, what is in it</comment>
        <translation>窗格 %1：%2</translation>
    </message>
    <message>
        <source>%1
Drop a unit, a camera or an incident here</source>
        <comment>number of a tile</comment>
        <translation>%1
将警力、摄像头或警情拖到这里</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Visitors can see this screen.</source>
        <translation>屏幕对来访者可见。</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>需填写原因</translation>
    </message>
    <message>
        <source>R: say why you look</source>
        <translation>按 R 说明查看原因</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <comment>why a picture does not come, and how long until it is tried again</comment>
        <translation>%1%2后重试。</translation>
    </message>
    <message>
        <source>Last still</source>
        <translation>静止画面</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tool and its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The desk is locked.</source>
        <translation>工作台已锁定。</translation>
    </message>
</context>
<context>
    <name>tridesk::VideoWall</name>
    <message>
        <source>Video wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Video wall – Tridesk</source>
        <translation>视频墙 – Tridesk</translation>
    </message>
</context>
<context>
    <name>tridesk::ViewsMenu</name>
    <message>
        <source>Saved views</source>
        <translation>已存视野</translation>
    </message>
    <message>
        <source>Keep this view as…</source>
        <translation>保存当前视野…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Under which name shall this view be kept?</source>
        <translation>当前视野以什么名称保存？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The view was not kept: a name has at most %1 characters, and there can be %2 views.</source>
        <translation>视野未保存：名称最多 %1 个字符，最多保存 %2 个视野。</translation>
    </message>
    <message>
        <source>How shall the view “%1” be called?</source>
        <translation>视野“%1”改为什么名称？</translation>
    </message>
    <message>
        <source>Another view is called so, or the name is too long.</source>
        <translation>已有同名视野，或名称过长。</translation>
    </message>
</context>
<context>
    <name>tridesk::WaitPage</name>
    <message>
        <source>Sign of the status</source>
        <translation>状态标记</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>At the station</source>
        <translation>在所待命</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>下岗</translation>
    </message>
    <message>
        <source>No order. Available.</source>
        <translation>无指令，空闲</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>Own incident or stop…</source>
        <translation>自行发现或盘查…</translation>
    </message>
    <message>
        <source>Incident %1 reported at %2, awaits closing by a desk</source>
        <translation>警情 %1 已于 %2 反馈，等待席位结案</translation>
    </message>
    <message>
        <source>Incident %1 reported at %2, awaits closing by a desk: %3</source>
        <translation>警情 %1 已于 %2 反馈，等待席位结案：%3</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the outcome and the words of a report</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>NOT SENT YET</source>
        <translation>尚未发出</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>下一条反馈</translation>
    </message>
    <message>
        <source>Report %1 of %2: next</source>
        <translation>反馈 %1 / %2：下一条</translation>
    </message>
</context>
<context>
    <name>tridesk::WindowFoot</name>
    <message>
        <source>No sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>This computer has no sound device: no alarm will be heard.</source>
        <translation>本机没有声音设备：听不到任何告警。</translation>
    </message>
</context>
<context>
    <name>tridesk::WordsPage</name>
    <message>
        <source>Ready words</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>tridesk::sound::SoundSheet</name>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>Sounds come from %1.</source>
        <translation>声音由 %1 播放。</translation>
    </message>
    <message>
        <source>This computer has no sound device: nothing will be heard.</source>
        <translation>本机没有声音设备：什么都听不到。</translation>
    </message>
    <message>
        <source>It cannot be muted, and sounds until somebody acknowledges it.</source>
        <translation>不能静音，响到有人确认为止。</translation>
    </message>
    <message>
        <source>always, until it is acknowledged</source>
        <translation>始终响，直到确认</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>试听：%1</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>音量(&amp;V)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>An emergency never sounds below %1 %.</source>
        <translation>紧急求助的音量不会低于 %1 %。</translation>
    </message>
    <message>
        <source>Say aloud what happened</source>
        <translation>语音播报</translation>
    </message>
</context>
<context>
    <name>tridesk::sound::Sounder</name>
    <message>
        <source>No voice is installed on this computer.</source>
        <translation>本机没有安装语音。</translation>
    </message>
    <message>
        <source>No voice of this language is installed on this computer.</source>
        <translation>本机没有安装这种语言的语音。</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Briefs</name>
    <message>
        <source>Emergencies</source>
        <translation>紧急求援</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>在办警情</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Pinned, on watch, major</source>
        <translation>置顶、关注、重大</translation>
    </message>
    <message>
        <source>Orders not reported back</source>
        <translation>未反馈的指令</translation>
    </message>
    <message>
        <source>Safety checks that run</source>
        <translation>进行中的安全询问</translation>
    </message>
    <message>
        <source>Bulletins and status notes that stand</source>
        <translation>有效的通报与告示</translation>
    </message>
    <message>
        <source>Messages to acknowledge</source>
        <translation>待签阅的消息</translation>
    </message>
    <message>
        <source>Sent from here, not acknowledged by all</source>
        <translation>本席位发出、尚未全部签阅</translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation>没有在办事项。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a heading of a brief, and how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nobody has answered it</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>%1 已应答</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>在%1</translation>
    </message>
    <message>
        <source>! overdue: %1 %2</source>
        <comment>a deadline and by how much</comment>
        <translation>！超时：%1 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a deadline and how long until then</comment>
        <translation>%1 还有 %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>a length of time</comment>
        <translation>已 %1</translation>
    </message>
    <message>
        <source>! not answered: %1</source>
        <translation>！未应答：%1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>%1 of %2 have not</source>
        <translation>%1/%2 未签阅</translation>
    </message>
    <message>
        <source>Steps of plans not done</source>
        <translation>未完成的预案步骤</translation>
    </message>
    <message>
        <source>! overdue: %1</source>
        <comment>by how much</comment>
        <translation>! 超时：%1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <comment>a unit or beat</comment>
        <translation>等候 %1</translation>
    </message>
</context>
<context>
    <name>tridesk::text::HazardSigns</name>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Kept</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>There is no room left for footage. What came before is kept.</source>
        <translation>取证录像空间已满。此前的内容已保存。</translation>
    </message>
    <message>
        <source>The footage cannot be written.</source>
        <translation>无法写入取证录像。</translation>
    </message>
    <message>
        <source>No picture came that could be kept.</source>
        <translation>没有收到可保存的画面。</translation>
    </message>
    <message>
        <source>The clip is as long as one may be, and kept.</source>
        <translation>片段已达最长时限,已保存。</translation>
    </message>
    <message>
        <source>Nothing came any more: the clip ended, and is kept.</source>
        <translation>已无画面传来:片段结束,已保存。</translation>
    </message>
    <message>
        <source>The file is what was kept.</source>
        <translation>文件与保存时一致。</translation>
    </message>
    <message>
        <source>The file has been changed since it was kept.</source>
        <translation>文件在保存后被改动过。</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>文件已不在。</translation>
    </message>
    <message>
        <source>as long as footage is kept had passed</source>
        <translation>已过影像保存期限</translation>
    </message>
    <message>
        <source>room was needed for newer footage</source>
        <translation>为较新的影像腾出空间</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Line</name>
    <message>
        <source>Dispatch units to an incident</source>
        <translation>派警到警情</translation>
    </message>
    <message>
        <source>Dispatch, already under way</source>
        <translation>派警，已出发</translation>
    </message>
    <message>
        <source>Dispatch, already on the scene</source>
        <translation>派警，已到场</translation>
    </message>
    <message>
        <source>Refer an incident to a station</source>
        <translation>把警情转派出所</translation>
    </message>
    <message>
        <source>A crew stops somebody: incident with the crew on it</source>
        <translation>盘查：民警已在现场的警情</translation>
    </message>
    <message>
        <source>Sign an order</source>
        <translation>签收指令</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Arrived at the scene</source>
        <translation>到达现场</translation>
    </message>
    <message>
        <source>Report back with an outcome</source>
        <translation>反馈处置结果</translation>
    </message>
    <message>
        <source>Close an order that was reported</source>
        <translation>销结已反馈的指令</translation>
    </message>
    <message>
        <source>The order has been delivered</source>
        <translation>指令已送达</translation>
    </message>
    <message>
        <source>The order has been shown</source>
        <translation>指令已显示</translation>
    </message>
    <message>
        <source>Refuse an order, with a reason</source>
        <translation>拒绝指令，写明理由</translation>
    </message>
    <message>
        <source>Cancel an order, with a reason</source>
        <translation>取消指令，写明理由</translation>
    </message>
    <message>
        <source>Recall an order before it is seen</source>
        <translation>在对方看到前撤回指令</translation>
    </message>
    <message>
        <source>Send another unit in its place</source>
        <translation>换另一警力</translation>
    </message>
    <message>
        <source>This unit leads</source>
        <translation>由该警力主责</translation>
    </message>
    <message>
        <source>Chase whoever is late</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Ask for more units</source>
        <translation>请求增援</translation>
    </message>
    <message>
        <source>Noted that our unit was ordered</source>
        <translation>知悉本所警力被直接调派</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Available at the station</source>
        <translation>在所待命</translation>
    </message>
    <message>
        <source>Keep a unit back</source>
        <translation>预留警力</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停勤</translation>
    </message>
    <message>
        <source>Set another status</source>
        <translation>设为其他状态</translation>
    </message>
    <message>
        <source>Log a crew on</source>
        <translation>民警上岗</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>下岗</translation>
    </message>
    <message>
        <source>Start a safety timer, in minutes; 0 stops it</source>
        <translation>开始安全计时（分钟），0 为停止</translation>
    </message>
    <message>
        <source>They have answered: timer starts anew</source>
        <translation>已应答，重新计时</translation>
    </message>
    <message>
        <source>Raise an emergency</source>
        <translation>发出紧急求援</translation>
    </message>
    <message>
        <source>Acknowledge an emergency</source>
        <translation>应答紧急求援</translation>
    </message>
    <message>
        <source>Resolve an emergency</source>
        <translation>解除紧急求援</translation>
    </message>
    <message>
        <source>Mark an emergency as false</source>
        <translation>标为误报</translation>
    </message>
    <message>
        <source>Take a new incident</source>
        <translation>接新警情</translation>
    </message>
    <message>
        <source>Change an incident</source>
        <translation>修改警情</translation>
    </message>
    <message>
        <source>Change the level, with a reason</source>
        <translation>调整级别，写明理由</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>Hold an incident until later</source>
        <translation>挂起警情，到时再提醒</translation>
    </message>
    <message>
        <source>Take a held incident up again</source>
        <translation>恢复挂起的警情</translation>
    </message>
    <message>
        <source>Close an incident with an outcome</source>
        <translation>结案，写明结果</translation>
    </message>
    <message>
        <source>Reopen a closed incident</source>
        <translation>重开已结警情</translation>
    </message>
    <message>
        <source>Attach an incident to another report of the same</source>
        <translation>并入同一事件的另一警情</translation>
    </message>
    <message>
        <source>Undo a merge</source>
        <translation>撤销并案</translation>
    </message>
    <message>
        <source>Hand over to another agency</source>
        <translation>移交其他单位</translation>
    </message>
    <message>
        <source>It came back from the other agency</source>
        <translation>其他单位已回告</translation>
    </message>
    <message>
        <source>Mark as major, or off</source>
        <translation>标为重大，或取消</translation>
    </message>
    <message>
        <source>Watch it, or off</source>
        <translation>关注，或取消</translation>
    </message>
    <message>
        <source>Pin it to the top, or off</source>
        <translation>置顶，或取消</translation>
    </message>
    <message>
        <source>Mark as sensitive, or off</source>
        <translation>标为敏感，或取消</translation>
    </message>
    <message>
        <source>Keep the caller confidential, or off</source>
        <translation>报警人保密，或取消</translation>
    </message>
    <message>
        <source>Set its tags; - for none</source>
        <translation>设标签，- 为清空</translation>
    </message>
    <message>
        <source>Look at an incident or a unit</source>
        <translation>查看警情或警力</translation>
    </message>
    <message>
        <source>Post a bulletin until a time</source>
        <translation>发布控通报，到时失效</translation>
    </message>
    <message>
        <source>Put up a status note until a time</source>
        <translation>挂告示，到时失效</translation>
    </message>
    <message>
        <source>Acknowledge a message</source>
        <translation>确认消息</translation>
    </message>
    <message>
        <source>Take a bulletin or note down</source>
        <translation>撤下通报或告示</translation>
    </message>
    <message>
        <source>Offer the handover of this seat</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Sign the handover</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Find a place on the map</source>
        <translation>在地图上找地点</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>units or *</source>
        <translation>警力或*</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>whose order</source>
        <translation>谁的指令</translation>
    </message>
    <message>
        <source>whose orders</source>
        <translation>谁的指令</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>警情号</translation>
    </message>
    <message>
        <source>closed incident</source>
        <translation>已结警情号</translation>
    </message>
    <message>
        <source>incident or unit</source>
        <translation>警情号或警力</translation>
    </message>
    <message>
        <source>station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minutes or time</source>
        <translation>分钟或时刻</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>民警</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>text @place</source>
        <translation>文字@地点</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>key=value</source>
        <translation>键=值</translation>
    </message>
    <message>
        <source>on behalf: the channel</source>
        <translation>代办：渠道</translation>
    </message>
    <message>
        <source>on behalf: the words</source>
        <translation>代办：原话</translation>
    </message>
    <message>
        <source>primary or backup</source>
        <translation>primary 主责或 backup 协助</translation>
    </message>
    <message>
        <source>the incident it is about</source>
        <translation>相关警情</translation>
    </message>
    <message>
        <source>corners of the area</source>
        <translation>范围的角点</translation>
    </message>
    <message>
        <source>latitude,longitude</source>
        <translation>纬度,经度</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>name|telephone</source>
        <translation>姓名|电话</translation>
    </message>
    <message>
        <source>weapon,injured,trapped,hazmat</source>
        <translation>weapon 凶器、injured 伤员、trapped 被困、hazmat 危险品</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>number at the source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>body camera</source>
        <translation>执法记录仪</translation>
    </message>
    <message>
        <source>weapon</source>
        <translation>枪支</translation>
    </message>
    <message>
        <source>post</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>delivered, shown or acknowledged</source>
        <translation>delivered 送达、shown 显示或 acknowledged 确认</translation>
    </message>
    <message>
        <source>brief</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1，在处 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between candidates</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>没有输入。</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>命令太长。</translation>
    </message>
    <message>
        <source>“%1” is no verb; F1 lists them.</source>
        <translation>“%1”不是命令，按 F1 查看全部命令。</translation>
    </message>
    <message>
        <source>“%1” is not understood; expected: %2.</source>
        <translation>“%1”无法识别，应为：%2。</translation>
    </message>
    <message>
        <source>“%1” can be several: %2.</source>
        <translation>“%1”不唯一：%2。</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>还需要：%1。</translation>
    </message>
    <message>
        <source>Nothing more was expected after this: “%1”.</source>
        <translation>多余的内容：“%1”。</translation>
    </message>
    <message>
        <source>%1 has no such order.</source>
        <translation>%1 没有这样的指令。</translation>
    </message>
    <message>
        <source>The quotation mark of “%1” is never closed.</source>
        <translation>“%1”的引号没有结束。</translation>
    </message>
    <message>
        <source>takes the mark off</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>%1: would drop %2 (%3)</source>
        <comment>unit&apos;s kind and status, incident, its level</comment>
        <translation>%1：将放下 %2（%3）</translation>
    </message>
    <message>
        <source>Two units take each other&apos;s jobs</source>
        <translation>两个单元对调任务</translation>
    </message>
    <message>
        <source>Note on a place</source>
        <translation>写地点提示</translation>
    </message>
    <message>
        <source>Withdraw a note on a place</source>
        <translation>撤销地点提示</translation>
    </message>
    <message>
        <source>Give stations to a desk</source>
        <translation>派出所移交席位</translation>
    </message>
    <message>
        <source>Tick a step of the plan</source>
        <translation>勾选预案步骤</translation>
    </message>
    <message>
        <source>hazard, premise or key_site</source>
        <translation>hazard 危险、premise 场所 或 key_site 重点</translation>
    </message>
    <message>
        <source>metres round it</source>
        <translation>半径（米）</translation>
    </message>
    <message>
        <source>until when</source>
        <translation>截至何时</translation>
    </message>
    <message>
        <source>end of the note&apos;s id</source>
        <translation>提示编号的末尾</translation>
    </message>
    <message>
        <source>desk of the bureau; none: every desk</source>
        <translation>市局席位；不填：各席位共管</translation>
    </message>
    <message>
        <source>Open the pictures of a unit, a camera or an incident</source>
        <translation>打开警力、摄像头或警情的视频</translation>
    </message>
    <message>
        <source>unit, camera or incident</source>
        <translation>警力、摄像头或警情</translation>
    </message>
    <message>
        <source>Let an incident wait for a unit</source>
        <translation>让警情排队等候某单位</translation>
    </message>
    <message>
        <source>Send a message, or speak to all who work on an incident</source>
        <translation>发消息，或在警情群内发言</translation>
    </message>
    <message>
        <source>units and posts, or an incident</source>
        <translation>单位和岗位，或警情</translation>
    </message>
    <message>
        <source>reason for doing it all the same</source>
        <translation>仍要这样做的原因</translation>
    </message>
    <message>
        <source>place in the unit&apos;s order, from 1</source>
        <translation>在该单位队列中的位次，从 1 起</translation>
    </message>
    <message>
        <source>for whoever of that beat comes free</source>
        <translation>等候该警区空闲的单位</translation>
    </message>
    <message>
        <source>Report of an incident, as a file</source>
        <translation>警情报告（文件）</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Messages</name>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已签阅</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>布控通报</translation>
    </message>
    <message>
        <source>Status note</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Sensitive: read by those who have opened the incident</source>
        <translation>敏感信息：打开该警情者方可查看</translation>
    </message>
    <message>
        <source>Incident room</source>
        <translation>警情群</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Names</name>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Non-police</source>
        <translation>非警务</translation>
    </message>
    <message>
        <source>Off duty</source>
        <comment>unit status</comment>
        <translation>下岗</translation>
    </message>
    <message>
        <source>Available</source>
        <comment>unit status</comment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>At station</source>
        <comment>unit status</comment>
        <translation>在所待命</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>unit status</comment>
        <translation>预留</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <comment>unit status</comment>
        <translation>未签收</translation>
    </message>
    <message>
        <source>Signed</source>
        <comment>unit status</comment>
        <translation>已签收</translation>
    </message>
    <message>
        <source>En route</source>
        <comment>unit status</comment>
        <translation>出警</translation>
    </message>
    <message>
        <source>On scene</source>
        <comment>unit status</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>Busy, divertable</source>
        <comment>unit status</comment>
        <translation>任务中可调</translation>
    </message>
    <message>
        <source>Busy, committed</source>
        <comment>unit status</comment>
        <translation>任务中</translation>
    </message>
    <message>
        <source>Transport</source>
        <comment>unit status</comment>
        <translation>押送</translation>
    </message>
    <message>
        <source>Reporting</source>
        <comment>unit status</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Out of service</source>
        <comment>unit status</comment>
        <translation>停用</translation>
    </message>
    <message>
        <source>Emergency</source>
        <comment>unit status</comment>
        <translation>紧急求援</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>警车</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>摩托车</translation>
    </message>
    <message>
        <source>Foot patrol</source>
        <translation>步巡</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>警用面包车</translation>
    </message>
    <message>
        <source>Boat</source>
        <translation>巡逻艇</translation>
    </message>
    <message>
        <source>Auxiliary</source>
        <translation>辅警</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派警</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>出警</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>已出警</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>市局指挥中心</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>一线</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Crew of %1</source>
        <comment>a seat in a car</comment>
        <translation>%1 车组</translation>
    </message>
    <message>
        <source>Bureau desk %1</source>
        <translation>市局 %1 号席</translation>
    </message>
    <message>
        <source>Weapon</source>
        <translation>持械</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>有人受伤</translation>
    </message>
    <message>
        <source>Trapped</source>
        <translation>有人被困</translation>
    </message>
    <message>
        <source>Hazardous material</source>
        <translation>危险品</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <translation>地点不详</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Confidential caller</source>
        <translation>报警人保密</translation>
    </message>
    <message>
        <source>pressed by the crew</source>
        <translation>民警触发</translation>
    </message>
    <message>
        <source>from a device</source>
        <translation>设备触发</translation>
    </message>
    <message>
        <source>safety check not answered</source>
        <translation>安全询问未回应</translation>
    </message>
    <message>
        <source>entered by a desk</source>
        <translation>席位录入</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>The desk&apos;s clock</source>
        <translation>系统时钟</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>word of mouth</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>无需登录</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>值班民警</translation>
    </message>
    <message>
        <source>Crew</source>
        <comment>role of a user</comment>
        <translation>警组</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>检查员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>firearm</source>
        <translation>持枪</translation>
    </message>
    <message>
        <source>negotiator</source>
        <translation>谈判</translation>
    </message>
    <message>
        <source>water rescue</source>
        <translation>水上救援</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>警犬</translation>
    </message>
    <message>
        <source>drone</source>
        <translation>无人机</translation>
    </message>
    <message>
        <source>%1 asks for reinforcement (%2)</source>
        <translation>%1请求增援（%2）</translation>
    </message>
    <message>
        <source>%1 asks for reinforcement (%2): %3</source>
        <translation>%1请求增援（%2）：%3</translation>
    </message>
    <message>
        <source>body camera: man down</source>
        <translation>执法记录仪：人员倒地</translation>
    </message>
    <message>
        <source>body camera: shot</source>
        <translation>执法记录仪：枪声</translation>
    </message>
    <message>
        <source>key of the body camera</source>
        <translation>执法记录仪求助键</translation>
    </message>
    <message>
        <source>body camera records</source>
        <translation>执法记录仪开始录像</translation>
    </message>
    <message>
        <source>body camera records no longer</source>
        <translation>执法记录仪停止录像</translation>
    </message>
    <message>
        <source>weapon drawn</source>
        <translation>枪支出套</translation>
    </message>
    <message>
        <source>weapon holstered</source>
        <translation>枪支回套</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>挂起至 %1</translation>
    </message>
    <message>
        <source>Waits for %1, place %2, until %3</source>
        <comment>unit, in its order, time</comment>
        <translation>等候 %1，第 %2 位，至 %3</translation>
    </message>
    <message>
        <source>Waits for whoever of %1 comes free, until %2</source>
        <comment>beat, time</comment>
        <translation>等候“%1”空闲单位，至 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a hold, its reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>paper card</source>
        <translation>纸质警情卡</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Premises</name>
    <message>
        <source>Hazard</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Premise</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Key site</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of a note on a place, its words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>within %1 m of %2</source>
        <translation>%2 周围 %1 米</translation>
    </message>
    <message>
        <source>an area</source>
        <translation>一片区域</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Recommendation</name>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 by road</source>
        <comment>a time</comment>
        <translation>道路用时 %1</translation>
    </message>
    <message>
        <source>not on a road: %1 reckoned from %2 m as the crow flies</source>
        <translation>不在道路上：按直线 %2 米估算 %1</translation>
    </message>
    <message>
        <source>at its station, by its status</source>
        <translation>按状态在所内</translation>
    </message>
    <message>
        <source>position %1 old</source>
        <translation>定位已过 %1</translation>
    </message>
    <message>
        <source>busy, may be diverted</source>
        <translation>忙碌，可抽调</translation>
    </message>
    <message>
        <source>would drop %1 (%2)</source>
        <comment>an incident&apos;s number, its level</comment>
        <translation>将放下 %1（%2）</translation>
    </message>
    <message>
        <source>is writing its report</source>
        <translation>正在反馈</translation>
    </message>
    <message>
        <source>not a kind that the type asks for</source>
        <translation>警种不符类型要求</translation>
    </message>
    <message>
        <source>not police work</source>
        <translation>非警务，不宜派警力</translation>
    </message>
    <message>
        <source>not for police work</source>
        <translation>不宜处置警务</translation>
    </message>
    <message>
        <source>qualified: %1</source>
        <translation>具备资质：%1</translation>
    </message>
    <message>
        <source>not qualified: %1</source>
        <translation>缺少资质：%1</translation>
    </message>
    <message>
        <source>last job ended %1 ago</source>
        <translation>上次处警结束于 %1 前</translation>
    </message>
    <message>
        <source>last car within %1 min of %2</source>
        <translation>%2 %1 分钟圈内最后一辆车</translation>
    </message>
    <message>
        <source>one other car within %1 min of %2</source>
        <translation>%2 %1 分钟圈内只剩另一辆车</translation>
    </message>
    <message>
        <source>busy with %1 (%2)</source>
        <comment>an incident&apos;s number, its level</comment>
        <translation>正在处置 %1（%2）</translation>
    </message>
    <message>
        <source>sent already</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>未上岗</translation>
    </message>
    <message>
        <source>nobody crews it</source>
        <translation>无人上车</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>in an emergency</source>
        <translation>处于紧急求助</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>the bureau sent it to %1</source>
        <translation>市局已派往 %1</translation>
    </message>
    <message>
        <source>where it is, is not known</source>
        <translation>位置不明</translation>
    </message>
    <message>
        <source>too far away</source>
        <translation>距离过远</translation>
    </message>
    <message>
        <source>way unknown</source>
        <translation>路程不明</translation>
    </message>
    <message>
        <source>nearest busy: %1, %2, holds %3 (%4)</source>
        <comment>unit, time, an incident&apos;s number, its level</comment>
        <translation>最近的忙碌力量：%1，%2，正在处置 %3（%4）</translation>
    </message>
    <message>
        <source>nearest busy: %1, %2, %3</source>
        <comment>unit, time, status</comment>
        <translation>最近的忙碌力量：%1，%2，%3</translation>
    </message>
    <message>
        <source>busy %1</source>
        <translation>忙碌 %1</translation>
    </message>
    <message>
        <source>sent by the bureau %1</source>
        <translation>市局已派 %1</translation>
    </message>
    <message>
        <source>reserved %1</source>
        <translation>已预留 %1</translation>
    </message>
    <message>
        <source>position unknown %1</source>
        <translation>位置不明 %1</translation>
    </message>
    <message>
        <source>too far %1</source>
        <translation>过远 %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>off duty %1</source>
        <translation>未上岗 %1</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>a reason, what it costs</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>free, nothing against it</source>
        <translation>空闲，无不利因素</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <comment>a station, a ring&apos;s minutes</comment>
        <translation>%1 %2 分钟圈</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a unit, why it is not proposed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nobody can be proposed until the incident has a place.</source>
        <translation>警情定位后才能推荐力量。</translation>
    </message>
    <message>
        <source>Nobody qualified (%1) is free within %2 min</source>
        <translation>%2 分钟内无具备资质（%1）的空闲力量</translation>
    </message>
    <message numerus="yes">
        <source>%n more wanted, nobody free within %1 min</source>
        <translation>
            <numerusform>还缺 %n，%1 分钟内无空闲力量</numerusform>
        </translation>
    </message>
    <message>
        <source>not proposed: %1</source>
        <comment>counts by cause</comment>
        <translation>未推荐：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No car within 5 min: %1</source>
        <translation>5 分钟内无车：%1</translation>
    </message>
    <message>
        <source>jobs this shift: %1</source>
        <translation>本班出警 %1 次</translation>
    </message>
    <message>
        <source>%1, not on a road</source>
        <comment>a time</comment>
        <translation>%1，不在道路上</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Report</name>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Setting out</source>
        <translation>出警</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>按辖区</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按时段</translation>
    </message>
    <message>
        <source>By post ordered</source>
        <translation>按受令单位</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按警组</translation>
    </message>
    <message>
        <source>–</source>
        <comment>a deadline that was neither kept nor missed</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>kept</source>
        <comment>a deadline</comment>
        <translation>按时</translation>
    </message>
    <message>
        <source>missed</source>
        <comment>a deadline</comment>
        <translation>超时</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>in no area</source>
        <translation>不在辖区内</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are missing: the journal was cut. The figures are of what is there.</source>
        <translation>
            <numerusform>缺少 %n 条记录：日志被截断，数据仅据现存部分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be read: a newer program wrote them.</source>
        <translation>
            <numerusform>%n 条记录无法读取：由更新版本的程序写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock was set back %n times while this was recorded.</source>
        <translation>
            <numerusform>记录期间时钟被回拨 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>There is no such incident, or this seat does not see it.</source>
        <translation>没有此警情，或本席位无权查看。</translation>
    </message>
    <message>
        <source>It is sensitive: open its words with a reason first, in the incident&apos;s pane.</source>
        <translation>此警情为敏感警情：请先在警情面板注明理由后打开。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>The record cannot be read: %1</source>
        <translation>记录无法读取：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Times</name>
    <message>
        <source>%1 s</source>
        <comment>age in seconds</comment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>age in minutes</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>age in hours</comment>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1天</translation>
    </message>
</context>
<context>
    <name>tridesk::text::Video</name>
    <message>
        <source>Plays: an emergency</source>
        <translation>播放：紧急情况</translation>
    </message>
    <message>
        <source>Plays: pinned</source>
        <translation>播放：已固定</translation>
    </message>
    <message>
        <source>Plays: on an incident, %1</source>
        <translation>播放：警情现场，%1</translation>
    </message>
    <message>
        <source>Plays: in hand</source>
        <translation>播放：当前选中</translation>
    </message>
    <message>
        <source>Plays: its status has just changed</source>
        <translation>播放：状态刚有变化</translation>
    </message>
    <message>
        <source>Plays: there is room for it</source>
        <translation>播放：尚有余量</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>state of a picture</comment>
        <translation>未播放</translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>state of a picture</comment>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>state of a picture</comment>
        <translation>实时</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>state of a picture</comment>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Frozen</source>
        <comment>state of a picture</comment>
        <translation>画面冻结</translation>
    </message>
    <message>
        <source>no new picture comes</source>
        <translation>没有新画面</translation>
    </message>
    <message>
        <source>always the same picture comes</source>
        <translation>画面一直不变</translation>
    </message>
    <message>
        <source>The camera cannot be reached.</source>
        <translation>摄像头连接不上。</translation>
    </message>
    <message>
        <source>The camera refuses the user or the password.</source>
        <translation>摄像头拒绝了用户名或密码。</translation>
    </message>
    <message>
        <source>The camera has no such stream.</source>
        <translation>摄像头没有这一路视频。</translation>
    </message>
    <message>
        <source>The camera is there and says nothing.</source>
        <translation>摄像头在线，但没有任何数据。</translation>
    </message>
    <message>
        <source>Nothing in the stream is a picture that can be shown.</source>
        <translation>视频流中没有可显示的画面。</translation>
    </message>
    <message>
        <source>The picture is too large to be shown.</source>
        <translation>画面过大，无法显示。</translation>
    </message>
    <message>
        <source>The camera ended the stream.</source>
        <translation>摄像头结束了视频流。</translation>
    </message>
    <message>
        <source>What comes cannot be read as a stream.</source>
        <translation>收到的数据不是可读的视频流。</translation>
    </message>
    <message>
        <source>It was stopped here.</source>
        <translation>已在本机停止。</translation>
    </message>
    <message>
        <source>Last still: the computer is busy, others come first</source>
        <translation>静止画面：本机繁忙，其他画面优先</translation>
    </message>
    <message>
        <source>Last still: others come first</source>
        <translation>静止画面：其他画面优先</translation>
    </message>
</context>
<context>
    <name>tridesk::ui::Basemap</name>
    <message>
        <source>%1 holds tiles of the format “%2”; pbf, png, jpg and webp can be shown</source>
        <translation>%1 中的瓦片格式为“%2”，可显示的有 pbf、png、jpg 和 webp</translation>
    </message>
</context>
<context>
    <name>tridesk::ui::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>No map is installed: units and incidents stand on an empty grid.</source>
        <translation>未安装地图：警力和警情显示在空白网格上。</translation>
    </message>
    <message>
        <source>The map cannot be read: %1</source>
        <translation>无法读取地图：%1</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个警力</translation>
    </message>
    <message>
        <source>Up is %1°. Turn the map back to north</source>
        <translation>上方为 %1°，点击恢复正北朝上</translation>
    </message>
    <message>
        <source>North is up</source>
        <translation>正北朝上</translation>
    </message>
</context>
<context>
    <name>tridesk::ui::Measure</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
</context>
<context>
    <name>tridesk::ui::MeasureMode</name>
    <message>
        <source>Total %1, last leg %2 at %3</source>
        <translation>全长 %1，末段 %2，方位 %3</translation>
    </message>
    <message>
        <source>Round %1; it crosses itself and has no one area</source>
        <translation>周长 %1；图形自交，无法计算面积</translation>
    </message>
    <message>
        <source>Area %1, round %2</source>
        <translation>面积 %1，周长 %2</translation>
    </message>
</context>
<context>
    <name>tridesk::CardModel</name>
    <message>
        <source>Card</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>警情内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>处置完毕</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tridesk::CardSheet</name>
    <message>
        <source>Enter into the record</source>
        <translation>录入记录</translation>
    </message>
    <message>
        <source>Clear away what is entered</source>
        <translation>清除已录入的行</translation>
    </message>
    <message>
        <source>Paper cards of an outage</source>
        <translation>停机期间的纸质警情卡</translation>
    </message>
    <message>
        <source>Cards, a row each</source>
        <translation>警情卡，每行一张</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>One row a card, with the times that stand on it: 0105, 01:05, or 11-26 01:05; a further unit in a row below, with the card&apos;s number, the unit and its times alone. Rows can be pasted from a spreadsheet. What has happened goes into the record in the order of its time, marked as entered afterwards; a card goes in whole or not at all.</source>
        <translation>每行一张卡，填写卡上的原始时间：0105、01:05 或 11-26 01:05；增援单元另起一行，只填卡号、单元及其时间。可从电子表格粘贴多行。各步骤按发生时间先后写入记录，并标明事后补录；一张卡要么整张录入，要么不录入。</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What is not entered stays here until the program ends</source>
        <translation>未录入的内容保留到程序退出</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可录入</translation>
    </message>
    <message>
        <source>Entered afterwards from paper card %1</source>
        <translation>根据纸质警情卡 %1 事后补录</translation>
    </message>
    <message>
        <source>dispatched %1</source>
        <translation>派警 %1</translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>到场 %1</translation>
    </message>
    <message>
        <source>clear %1</source>
        <translation>处置完毕 %1</translation>
    </message>
    <message>
        <source>Paper card: %1 %2</source>
        <comment>a unit, its times</comment>
        <translation>纸质警情卡：%1 %2</translation>
    </message>
    <message>
        <source>entered from a paper card</source>
        <translation>根据纸质警情卡补录</translation>
    </message>
    <message>
        <source>✓ was entered before</source>
        <translation>✓ 此前已录入</translation>
    </message>
    <message>
        <source>is being entered…</source>
        <translation>正在录入…</translation>
    </message>
    <message>
        <source>✓ %1; the unit has gone on: its times stand as a note</source>
        <translation>✓ %1；该单元已有后续动态，其时间记为备注</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>There are no cells on the clipboard.</source>
        <translation>剪贴板中没有单元格。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>tridesk::DowntimePack</name>
    <message>
        <source>Downtime pack, %1</source>
        <translation>应急纸质资料，%1</translation>
    </message>
    <message>
        <source>As it stood %1. For the desk alone; destroy it when a newer one is printed.</source>
        <translation>截至 %1。仅供本席位使用；打印新版后销毁旧版。</translation>
    </message>
    <message>
        <source>When nothing works any more: write each call on a card, with its time, before anything else. Send units by radio or telephone and write down when they were sent, arrived and were clear. A unit stands on one card at a time. Keep the cards in the order of their numbers.</source>
        <translation>系统全部停用时：每接一起警情，先写一张卡并记下时间。用电台或电话派警，记下派警、到场和处置完毕的时间。一个单元同一时间只在一张卡上。卡片按卡号顺序存放。</translation>
    </message>
    <message>
        <source>Afterwards: File menu, Enter paper cards. The times on the cards count, in whatever order they are typed.</source>
        <translation>恢复后：在“文件”菜单选择“补录纸质警情卡”。以卡上时间为准，录入先后不限。</translation>
    </message>
    <message>
        <source>Names of callers and crews are left out.</source>
        <translation>不含报警人和警员姓名。</translation>
    </message>
    <message>
        <source>Open incidents (%1)</source>
        <translation>未结警情（%1）</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>The %1 most pressing of them.</source>
        <translation>其中最紧急的 %1 起。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>What</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who is on it</source>
        <translation>处置力量</translation>
    </message>
    <message>
        <source>Caller: %1</source>
        <translation>报警人：%1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Units on shift (%1)</source>
        <translation>在岗单元（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n officer(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>警员</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>各单位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Telephone (write it in)</source>
        <translation>电话（手写）</translation>
    </message>
    <message>
        <source>Words for the cards</source>
        <translation>卡片用语</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>警情卡 %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened; caller&apos;s telephone</source>
        <translation>警情内容；报警人电话</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>处置完毕</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Further units, with their times</source>
        <translation>增援单元及其时间</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接警人</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未能写入：%1</translation>
    </message>
</context>
<context>
    <name>tridesk::DowntimeSheet</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Made by itself every</source>
        <translation>自动生成间隔</translation>
    </message>
    <message>
        <source>Blank cards</source>
        <translation>空白卡</translation>
    </message>
    <message>
        <source>With the names of callers and crews</source>
        <translation>包含报警人和警员姓名</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Make it now</source>
        <translation>立即生成</translation>
    </message>
    <message>
        <source>Downtime pack</source>
        <translation>应急纸质资料</translation>
    </message>
    <message>
        <source>never</source>
        <comment>the pack is not made by itself</comment>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Made: %1. Print it, and keep it where it is found in the dark.</source>
        <translation>已生成：%1。请打印并放在停电时也能找到的地方。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>What the desk needs on paper when everything is down: open incidents, units on shift, posts, numbered blank cards. Made by itself it lies in the folder when it is wanted; let the folder be on another machine, or print it at each shift.</source>
        <translation>系统全部停用时席位所需的纸质资料：未结警情、在岗单元、各单位和编号空白卡。自动生成可确保需要时就在文件夹里；文件夹宜放在另一台机器上，或每班打印一份。</translation>
    </message>
    <message>
        <source>Folder of the downtime pack</source>
        <translation>应急纸质资料的文件夹</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>正在生成…</translation>
    </message>
</context>
<context>
    <name>tridesk::LinkBar</name>
    <message>
        <source>Read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Link to the gateway</source>
        <translation>与网关的链路</translation>
    </message>
    <message>
        <source>What was not taken has been read</source>
        <translation>未被采纳的内容已阅</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>正在发送：%1</translation>
    </message>
    <message>
        <source>The gateway does not let this desk in: tell its administrator, and go on by telephone.</source>
        <translation>网关拒绝本席位接入：请通知管理员，并改用电话联系。</translation>
    </message>
    <message>
        <source>No link yet: the gateway was never reached.</source>
        <translation>尚无链路：从未连上网关。</translation>
    </message>
    <message>
        <source>No link for %1, since %2. What is done here is kept and sent later; for what cannot wait, telephone.</source>
        <translation>链路中断 %1（自 %2）。在此所做的操作会保留并稍后发送；急事请打电话。</translation>
    </message>
    <message>
        <source>Done here without the link, and not taken:</source>
        <translation>断链期间在此所做、未被采纳：</translation>
    </message>
    <message numerus="yes">
        <source>Done here without the link, and not taken (%n in all):</source>
        <translation>
            <numerusform>断链期间在此所做、未被采纳（共 %n 项）：</numerusform>
        </translation>
    </message>
    <message>
        <source>Here, %1: %2</source>
        <translation>本席位 %1：%2</translation>
    </message>
    <message>
        <source>On record: %1</source>
        <translation>记录中：%1</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Follow the server&apos;s journal…</source>
        <translation>改用服务器的记录…</translation>
    </message>
    <message>
        <source>Link to the server</source>
        <translation>到服务器的链路</translation>
    </message>
    <message>
        <source>The server holds another journal than this console, or an older one: nothing is sent to it. Call its administrator.</source>
        <translation>服务器上的记录与本机副本不是同一份，或比副本旧：不向其发送任何操作。请联系管理员。</translation>
    </message>
    <message>
        <source>The server does not let this account in: what is done here is kept, and not sent. Call its administrator.</source>
        <translation>服务器拒绝本账号登录：本席操作已保存，暂不发送。请联系管理员。</translation>
    </message>
    <message>
        <source>No link to the server for %1, since %2. The work goes on: what is done here is kept and sent later.</source>
        <translation>与服务器断开已 %1（自 %2）。工作照常：本席操作已保存，恢复后发送。</translation>
    </message>
    <message>
        <source>Follow the journal that the server holds now? This console&apos;s copy of the other one is put aside in its data folder; what was not sent is decided anew.</source>
        <translation>改用服务器现有的记录？原记录的副本将另存于本机数据目录，未发出的操作将重新判定。</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>改用</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Do not wait…</source>
        <translation>不再等待…</translation>
    </message>
    <message>
        <source>The gateway must hear who sits here: sign in again. Until then what you do is kept, and not sent.</source>
        <translation>网关需要确认谁在席位：请重新登录。在此之前所做的会保存，但不发送。</translation>
    </message>
    <message>
        <source>What %1 did at this desk is sent once they sign in here again.</source>
        <translation>%1 在本席位所做的，待其在此重新登录后发送。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Do not wait until %1 signs in here again? What they did is then put before this desk, one after the other, and never sent in their name.</source>
        <translation>不再等待 %1 在此重新登录？其所做的将逐条交由本席位处理，不再以其名义发送。</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>Here, %1, by %2: %3</source>
        <translation>本席位 %1，%2：%3</translation>
    </message>
</context>
</TS>
