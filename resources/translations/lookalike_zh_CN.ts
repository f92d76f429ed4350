<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lookalike</source>
        <translation>关于 Lookalike</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>查找相似的照片。您的照片始终保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>AllPhotos</name>
    <message>
        <source>Drop, paste or open a picture to find similar photos</source>
        <translation>拖入、粘贴或打开一张图片，查找相似照片</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>显示 {photos}中的 {shown} 张</translation>
    </message>
</context>
<context>
    <name>ArchiveParts</name>
    <message>
        <source>Opening the archive…</source>
        <translation>正在打开归档…</translation>
    </message>
    <message>
        <source>Its codes are mapped into memory.</source>
        <translation>正在把它的编码映射到内存。</translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation>无法打开归档</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>None of the files in the archive is a photo.</source>
        <translation>归档中的文件都不是照片。</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Photos of the archive</source>
        <translation>归档的照片</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>{shown} of {photos}</source>
        <translation>显示 {photos}中的 {shown} 张</translation>
    </message>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · 只读</translation>
    </message>
    <message>
        <source>Archive {folder}</source>
        <translation>归档 {folder}</translation>
    </message>
</context>
<context>
    <name>BatchRenameDialog</name>
    <message>
        <source>Rename {photos}</source>
        <translation>重命名 {photos}</translation>
    </message>
    <message>
        <source>Pattern of the new names</source>
        <translation>新名称的格式</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>原名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>{photos} will be renamed. The endings of the names stay.</source>
        <translation>将重命名 {photos}。扩展名保持不变。</translation>
    </message>
    <message>
        <source>1 name is not possible: {problem}</source>
        <translation>1 个名称不可用：{problem}</translation>
    </message>
    <message>
        <source>{count} names are not possible. The first: {problem}</source>
        <translation>{count} 个名称不可用。第一个：{problem}</translation>
    </message>
    <message>
        <source>Insert {token}</source>
        <translation>插入 {token}</translation>
    </message>
    <message>
        <source>Current and new names</source>
        <translation>当前名称和新名称</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>插入：</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the code</source>
        <translation>编码的所有比特</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos for every query.</source>
        <translation>两个模型对每次搜索找到的照片都相同。</translation>
    </message>
    <message>
        <source>Finish and reveal the models</source>
        <translation>结束并揭晓模型</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有区别</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>{number} of {count}: which row has more photos like this one?</source>
        <translation>第 {number} 组，共 {count} 组：哪一行中与这张相似的照片更多？</translation>
    </message>
</context>
<context>
    <name>CheckStatus</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter “{condition}”</source>
        <translation>移除筛选条件“{condition}”</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>1 more filter</source>
        <translation>另有 1 个筛选条件</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>移除所有筛选条件</translation>
    </message>
    <message>
        <source>{count} more filters</source>
        <translation>另有 {count} 个筛选条件</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>A model is being trained</source>
        <translation>正在训练模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>暂时停止</translation>
    </message>
    <message>
        <source>You can continue training in the background without the window; the next start shows the result. If you stop, progress is kept and you can resume later.</source>
        <translation>训练可以在没有窗口的情况下在后台继续，下次启动时会显示结果。如果停止，进度会保留，以后可以继续。</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>What the code sees</source>
        <translation>编码看到了什么</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Nearest photos</source>
        <translation>最接近的照片</translation>
    </message>
    <message>
        <source>Drawn from {count} bits</source>
        <translation>由 {count} 个比特绘制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit flipped</source>
        <translation>已翻转 1 个比特</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>与 {name} 相比，{bits} 个比特中有 1 个不同。</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>点击比特即可翻转；选择一张照片可比较编码。</translation>
    </message>
    <message>
        <source>Code lens</source>
        <translation>编码透视</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制编码</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below. The pictures above are drawn from these marks alone.</source>
        <translation>照片通过 {count} 个是非标记（下方的方格）进行比较。上方的图片仅凭这些标记画出。</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below.</source>
        <translation>照片通过 {count} 个是非标记（下方的方格）进行比较。</translation>
    </message>
    <message>
        <source>No bits flipped</source>
        <translation>未翻转任何比特</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>{count} bits flipped</source>
        <translation>已翻转 {count} 个比特</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}. Darker means it matters more to this search.</source>
        <translation>与 {name} 相比，{bits} 个比特中有 {count} 个不同。颜色越深，对这次搜索越重要。</translation>
    </message>
    <message>
        <source>{name} has the same code.</source>
        <translation>{name} 的编码与此相同。</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the path to {name}: {gone} of {count} bits</source>
        <translation>通往 {name} 的路径：{gone} / {count} 个比特</translation>
    </message>
    <message>
        <source>The path from the query's code to the photo's code</source>
        <translation>从搜索图片的编码到所选照片编码的路径</translation>
    </message>
    <message>
        <source>{name}, the photo closest to the path after {bits}</source>
        <translation>{name}：翻转 {bits}后离路径最近的照片</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the models on this library…</source>
        <translation>正在用此图库比较模型…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>亲眼看看</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>What their codes have kept</source>
        <translation>编码保留的内容</translation>
    </message>
    <message>
        <source>“{new}” compared with “{old}”</source>
        <translation>“{new}”与“{old}”的比较</translation>
    </message>
</context>
<context>
    <name>ComponentFlow</name>
    <message>
        <source>Install from folder</source>
        <translation>从文件夹安装</translation>
    </message>
</context>
<context>
    <name>ComponentRemoval</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove component ({size})…</source>
        <translation>移除组件（{size}）…</translation>
    </message>
    <message>
        <source>This removes the training component and frees {size}. Only thorough training needs it. Searching, your models and quick training work as before, and you can install it again.</source>
        <translation>将移除训练组件，并释放 {size}。只有完整训练需要它。搜索、您的模型和快速训练不受影响，之后也可以重新安装。</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Install training component</source>
        <translation>安装训练组件</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>从文件夹安装…</translation>
    </message>
    <message>
        <source>A folder that “lookalike component download” has filled, on a computer with a network</source>
        <translation>在有网络的计算机上由“lookalike component download”填充的文件夹</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Removing the training component…</source>
        <translation>正在移除训练组件…</translation>
    </message>
    <message>
        <source>The training component is removed; {size} are free again. Searching, your models and quick training work as before.</source>
        <translation>训练组件已移除，释放了 {size}。搜索、您的模型和快速训练不受影响。</translation>
    </message>
    <message>
        <source>The training component (PyTorch) is installed. Only thorough training uses it.</source>
        <translation>训练组件（PyTorch）已安装。只有完整训练会用到它。</translation>
    </message>
    <message>
        <source>There is a component that this version cannot use: an earlier version installed it, or an installation was interrupted.</source>
        <translation>有一个此版本无法使用的组件：它由较早的版本安装，或者安装曾被中断。</translation>
    </message>
    <message>
        <source>Thorough training needs PyTorch, which is not installed. The build for {device} is a download of about {download}, which takes {disk} on disk. It is fetched only when you press the button, and only once. Your photos never leave this computer.</source>
        <translation>完整训练需要 PyTorch，目前尚未安装。适用于{device}的版本需下载约 {download}，安装后占用 {disk} 磁盘空间。只有按下按钮才会下载，且只需下载一次。您的照片始终保留在这台电脑上。</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>This build of Lookalike can only train quickly. To train thoroughly, install Lookalike with pip (pip install "lookalike[train]"). It opens the same library, and its models can be used here.</source>
        <translation>此版本的 Lookalike 只能快速训练。如需完整训练，请用 pip 安装 Lookalike（pip install "lookalike[train]"）。它可以打开同一个图库，训练出的模型也能在这里使用。</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Photos with copies, by group</source>
        <translation>有副本的照片，按组排列</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>没有重复照片</translation>
    </message>
    <message>
        <source>No two photos of the archive are the same.</source>
        <translation>归档中没有相同的照片。</translation>
    </message>
    <message>
        <source>Finding duplicates…</source>
        <translation>正在查找重复照片…</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>正在查找重复照片：{done} / {total}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Details are in {log}. Nothing was sent anywhere.</source>
        <translation>详细信息保存在 {log} 中，没有发送到任何地方。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现了问题</translation>
    </message>
    <message>
        <source>Your last action may not have completed. You can continue; if this happens again, quit and restart Lookalike.</source>
        <translation>上一次操作可能没有完成。您可以继续使用；如果再次出现，请退出并重新启动 Lookalike。</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike quit unexpectedly last time. Details are in {log}.</source>
        <translation>Lookalike 上次意外退出。详细信息见 {log}。</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}). Details are in the log.</source>
        <translation>再次出现问题（{error}）。详细信息见日志。</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Date, from</source>
        <translation>日期，从</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>日期，到</translation>
    </message>
</context>
<context>
    <name>DateTree</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>任意日期</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Any date</source>
        <translation>任意日期</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复照片</translation>
    </message>
    <message>
        <source>What to keep…</source>
        <translation>保留规则…</translation>
    </message>
    <message>
        <source>Finding more…</source>
        <translation>正在继续查找…</translation>
    </message>
    <message>
        <source>Nothing else is known yet</source>
        <translation>目前还不知道其他重复照片</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>1 个文件无法索引</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>无法索引的文件</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Retry {count}</source>
        <translation>重试 {count} 个</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>{count} 个文件无法索引</translation>
    </message>
</context>
<context>
    <name>DiscardBar</name>
    <message>
        <source>Clear marks</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>舍弃…</translation>
    </message>
    <message>
        <source>{files} marked to be discarded · {size}</source>
        <translation>已标记舍弃 {files} · {size}</translation>
    </message>
</context>
<context>
    <name>DiscardSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Merge ratings and keywords</source>
        <translation>合并评分和关键字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace by links…</source>
        <translation>替换为链接…</translation>
    </message>
    <message>
        <source>The paths stay; the content is stored once</source>
        <translation>路径保留，内容只存储一次</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>移动到文件夹…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Hard links: one file with several paths</source>
        <translation>硬链接：一个文件，多个路径</translation>
    </message>
    <message>
        <source>Reflinks: separate files that share their space</source>
        <translation>引用链接：各自独立的文件，共享空间</translation>
    </message>
    <message>
        <source>Frees {size}. Of each group at least one file stays. You can undo it.</source>
        <translation>可释放 {size}。每组至少保留一个文件。此操作可以撤销。</translation>
    </message>
    <message>
        <source>Into XMP files beside the photos that stay: the highest rating, and all keywords.</source>
        <translation>写入保留照片旁边的 XMP 文件：最高评分和全部关键字。</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>所有照片的距离</translation>
    </message>
    <message>
        <source>Number of photos at each distance. Drag the handles to limit the results. Arrow keys move the right handle; with Shift, the left one.</source>
        <translation>每个距离上的照片数量。拖动滑块可限定结果范围；方向键移动右侧滑块，按住 Shift 移动左侧滑块。</translation>
    </message>
</context>
<context>
    <name>DistancePanel</name>
    <message>
        <source>All distances</source>
        <translation>所有距离</translation>
    </message>
    <message>
        <source>Hide near-duplicates</source>
        <translation>隐藏近似重复的照片</translation>
    </message>
    <message>
        <source>Hide photos from the same folder</source>
        <translation>隐藏同一文件夹中的照片</translation>
    </message>
    <message>
        <source>Hide photos in the folder of the query picture</source>
        <translation>隐藏与搜索图片位于同一文件夹的照片</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>已隐藏 {count} 张近似重复的照片</translation>
    </message>
    <message>
        <source>Show only the closest of several versions of the same photo</source>
        <translation>同一张照片有多个版本时，只显示最接近的一个</translation>
    </message>
    <message>
        <source>Similar: up to {percent} % different</source>
        <translation>相似：差异不超过 {percent}%</translation>
    </message>
    <message>
        <source>Up to {percent} % different</source>
        <translation>差异不超过 {percent}%</translation>
    </message>
    <message>
        <source>{least} to {most} % different</source>
        <translation>差异 {least}% 至 {most}%</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider</source>
        <translation>分隔线</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open this library</source>
        <translation>松开即可打开此图库</translation>
    </message>
    <message>
        <source>Drop to see which photos of this folder are new</source>
        <translation>松开即可查看此文件夹中哪些照片是新的</translation>
    </message>
    <message>
        <source>Drop to see which photos of these folders are new</source>
        <translation>松开即可查看这些文件夹中哪些照片是新的</translation>
    </message>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>松开即可将此文件夹添加到图库</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>松开即可查找相似照片</translation>
    </message>
</context>
<context>
    <name>DuplicatesFlow</name>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates, the groups with most to save first</source>
        <translation>重复照片，可节省空间最多的组在前</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove this example</source>
        <translation>与 {name} 相似：点击可移除此示例</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove this example</source>
        <translation>与 {name} 不相似：点击可移除此示例</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>与 {name} 不相似</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>更多示例</translation>
    </message>
    <message>
        <source>Remove 1 more example</source>
        <translation>移除另外 1 个示例</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>从另外 {count} 个示例中移除一个</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>A folder at the top</source>
        <translation>位于顶层的文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Except this file</source>
        <translation>此文件除外</translation>
    </message>
    <message>
        <source>Excluded files</source>
        <translation>排除的文件</translation>
    </message>
    <message>
        <source>Excluded photos are not deleted. They return when you remove the pattern, without being read again.</source>
        <translation>被排除的照片不会被删除。移除规则后它们会重新出现，无需再次读取。</translation>
    </message>
    <message>
        <source>Files with this ending</source>
        <translation>带有此后缀的文件</translation>
    </message>
    <message>
        <source>Folders of this name</source>
        <translation>带有此名称的文件夹</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Links that lead out of the library's folders</source>
        <translation>指向图库文件夹之外的链接</translation>
    </message>
    <message>
        <source>One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of the library.</source>
        <translation>每行一条规则，使用 .gitignore 的语法，适用于图库中的所有文件夹。</translation>
    </message>
    <message>
        <source>Patterns of excluded files</source>
        <translation>排除文件的规则</translation>
    </message>
    <message>
        <source>Save and rescan</source>
        <translation>保存并重新扫描</translation>
    </message>
    <message>
        <source>Trash folders, caches and previews of other programs are always left out.</source>
        <translation>回收站、缓存以及其他程序的预览文件夹始终会被忽略。</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>联系表 (PNG)…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信纸</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>纸张 (PDF)</translation>
    </message>
    <message>
        <source>Names below the photos</source>
        <translation>在照片下方显示名称</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>导出 {photos}</translation>
    </message>
    <message>
        <source>Include codes</source>
        <translation>包含编码</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)…</source>
        <translation>联系表 (PDF)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>No program is set to open {path}. Choose a default program for this file type first.</source>
        <translation>没有可打开 {path} 的程序。请先为此类文件设置默认程序。</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>无法用该程序打开 {path}。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Thumbnail size</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Thumbnail size ({larger} and {smaller})</source>
        <translation>缩略图大小（{larger} 和 {smaller}）</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>不限大小</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>GroupComparison</name>
    <message>
        <source>Comparing</source>
        <translation>比较重复照片</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LeftOutRow</name>
    <message>
        <source>Without {count} bits</source>
        <translation>去掉 {count} 个比特</translation>
    </message>
</context>
<context>
    <name>LensChanges</name>
    <message>
        <source>What both codes have in common, and the query with bits taken over from {name}, those that matter most first:</source>
        <translation>两个编码的共同部分，以及搜索图片换上 {name} 的不同比特（最重要的在前）之后：</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>共同部分</translation>
    </message>
    <message>
        <source>{count} of {bits}</source>
        <translation>{count} / {bits}</translation>
    </message>
    <message>
        <source>The query with {count} of the {bits} that differ taken over</source>
        <translation>搜索图片换上不同的 {bits}中的 {count} 个之后</translation>
    </message>
    <message>
        <source>What both have in common, without the {bits} that differ</source>
        <translation>两者的共同部分，不含不同的 {bits}</translation>
    </message>
</context>
<context>
    <name>LensDrawings</name>
    <message>
        <source>Query</source>
        <translation>搜索图片</translation>
    </message>
    <message>
        <source>Preview of the query's code</source>
        <translation>搜索图片编码的预览</translation>
    </message>
    <message>
        <source>Preview of the selected photo's code</source>
        <translation>所选照片编码的预览</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选照片</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Kinds of duplicates</source>
        <translation>重复照片的种类</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Locate “{folder}”</source>
        <translation>找到“{folder}”的新位置</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed. Updating the library's codes…</source>
        <translation>模型已更换，正在更新图库的编码…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Photo library</source>
        <translation>照片图库</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建图库</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开图库</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>打开归档</translation>
    </message>
    <message>
        <source>Open recent library</source>
        <translation>打开最近的图库</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Copy code</source>
        <translation>复制编码</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>编码看到了什么</translation>
    </message>
    <message>
        <source>Select a photo to see its details.</source>
        <translation>选择一张照片以查看其详细信息。</translation>
    </message>
</context>
<context>
    <name>MissingLibraryDialog</name>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>{folder} 中没有图库。</translation>
    </message>
    <message>
        <source>Create it there, or choose another? If it is on a drive, connect that first.</source>
        <translation>在那里创建图库，还是选择其他图库？如果图库在某个驱动器上，请先连接该驱动器。</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选择其他图库…</translation>
    </message>
    <message>
        <source>Create it there</source>
        <translation>在那里创建</translation>
    </message>
    <message>
        <source>Open my library</source>
        <translation>打开我的图库</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Import model…</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>The selected model is used for searching. Switching does not reread your photos.</source>
        <translation>搜索时使用所选模型。切换模型无需重新读取照片。</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>Model exported to {path}.</source>
        <translation>模型已导出到 {path}。</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Nothing was changed. The library still uses “{model}”.</source>
        <translation>未作任何更改，图库仍使用“{model}”。</translation>
    </message>
    <message>
        <source>Now searching with “{model}”.</source>
        <translation>现在使用“{model}”搜索。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>重新训练…</translation>
    </message>
    <message>
        <source>Switching to {model} was interrupted. The previous model is still in use.</source>
        <translation>切换到 {model} 时被中断，仍在使用之前的模型。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{photos} are new since the model was trained. Retraining on this library may find more related photos.</source>
        <translation>模型训练之后新增了 {photos}。在此图库上重新训练，可能会找到更多相关照片。</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>对 {model} 的操作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare with current model</source>
        <translation>与当前模型比较</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Will be used when current work is finished.</source>
        <translation>当前任务完成后即会使用。</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>ModelTransfer</name>
    <message>
        <source>Checking the file before importing…</source>
        <translation>正在导入前检查文件…</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>导出 {model}</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>正在导出模型…</translation>
    </message>
    <message>
        <source>Model imported. It uses different features: switching to it rereads every photo.</source>
        <translation>模型已导入。它使用不同的特征：切换到此模型时会重新读取所有照片。</translation>
    </message>
    <message>
        <source>Model imported. You can now compare or use it.</source>
        <translation>模型已导入，现在可以比较或使用。</translation>
    </message>
    <message>
        <source>The library already has this model. Nothing was changed.</source>
        <translation>图库中已有此模型，未作任何更改。</translation>
    </message>
</context>
<context>
    <name>NeighbourGrid</name>
    <message>
        <source>{name}: {bits} of its code are different. Click to look at it.</source>
        <translation>与 {name} 的编码相差 {bits}。点击查看。</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>{name} 的预览</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The same photo</source>
        <translation>同一张照片</translation>
    </message>
</context>
<context>
    <name>NewcomersDialog</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>检查文件夹中的新照片</translation>
    </message>
    <message>
        <source>Check another folder…</source>
        <translation>检查其他文件夹…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Photos of the folder</source>
        <translation>文件夹中的照片</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
</context>
<context>
    <name>NewcomersFlow</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>检查文件夹中的新照片</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
</context>
<context>
    <name>OutliersFlow</name>
    <message>
        <source>Unusual photos</source>
        <translation>独特照片</translation>
    </message>
</context>
<context>
    <name>OutliersView</name>
    <message>
        <source>Finding unusual photos: {done} of {total}…</source>
        <translation>正在查找独特照片：{done} / {total}…</translation>
    </message>
    <message>
        <source>Finding unusual photos…</source>
        <translation>正在查找独特照片…</translation>
    </message>
    <message>
        <source>No unusual photos</source>
        <translation>没有独特照片</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, most unusual first: hardly any other photos are similar.</source>
        <translation>{total}中最独特的 {count} 张，最独特的在前：几乎没有与它们相似的照片。</translation>
    </message>
    <message>
        <source>There are not enough photos to find unusual ones.</source>
        <translation>照片太少，无法找出独特照片。</translation>
    </message>
    <message>
        <source>Unusual photos, most unusual first</source>
        <translation>独特照片，最独特的在前</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Earlier photos</source>
        <translation>前面的照片</translation>
    </message>
    <message>
        <source>Later photos</source>
        <translation>后面的照片</translation>
    </message>
    <message>
        <source>Photos {first} to {last} of {count}</source>
        <translation>第 {first} 至 {last} 张，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Export {photos}</source>
        <translation>导出 {photos}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>photo {place} of {count}</source>
        <translation>第 {place} 张，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>This link does not contain a picture, and Lookalike never downloads anything. Copy or save the picture itself.</source>
        <translation>此链接不含图片，而 Lookalike 从不从网上下载。请复制或保存图片本身。</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>No previews</source>
        <translation>无预览</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Press Space to see it large.</source>
        <translation>按空格键放大显示。</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>A search can have at most {count} examples.</source>
        <translation>一次搜索最多可有 {count} 个示例。</translation>
    </message>
    <message>
        <source>A search needs at least one picture.</source>
        <translation>搜索至少需要一张图片。</translation>
    </message>
    <message>
        <source>Search for something first, then exclude photos like this.</source>
        <translation>请先进行搜索，再排除与此相似的照片。</translation>
    </message>
    <message>
        <source>Searching for the first {most} of {count} pictures.</source>
        <translation>共 {count} 张图片，只搜索前 {most} 张。</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>搜索图片</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>搜索整张图片</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>恢复搜索整张图片</translation>
    </message>
    <message>
        <source>Searching for</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>所选照片</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}，从</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}，到</translation>
    </message>
</context>
<context>
    <name>RegionPicture</name>
    <message>
        <source>Draw a rectangle to search for that part only</source>
        <translation>拖出一个矩形，只搜索这一部分</translation>
    </message>
    <message>
        <source>Press Enter to start and finish a selection. Arrow keys move it; with Shift, they resize it. Escape cancels.</source>
        <translation>按回车键开始和结束框选。方向键移动选框，按住 Shift 调整大小，按 Esc 取消。</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Removes {photos} from the library. The files are not deleted.</source>
        <translation>将从图库中移除 {photos}，文件不会被删除。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>New name, without {suffix}</source>
        <translation>新名称，不含 {suffix}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>RenamePreview</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Current name</source>
        <translation>当前名称</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Less similar below</source>
        <translation>以下照片相似度较低</translation>
    </message>
    <message>
        <source>Photos, most similar first</source>
        <translation>照片，最相似的在前</translation>
    </message>
    <message>
        <source>Probably no similar photos; these are the closest</source>
        <translation>可能没有相似照片；以下是最接近的</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>Also learn previews</source>
        <translation>同时学习预览</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Estimating the time on this computer…</source>
        <translation>正在估算所需时间…</translation>
    </message>
    <message>
        <source>Longer codes distinguish more photos; shorter codes search faster.</source>
        <translation>编码越长，区分的照片越多；编码越短，搜索越快。</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. They are not needed for searching and take longer to train.</source>
        <translation>预览显示编码保留了照片的哪些内容。搜索不需要预览，训练预览也需要更长时间。</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Search only</source>
        <translation>仅用于搜索</translation>
    </message>
    <message>
        <source>Install training component…</source>
        <translation>安装训练组件…</translation>
    </message>
    <message>
        <source>Training component…</source>
        <translation>训练组件…</translation>
    </message>
    <message>
        <source>Thorough training needs a component that is not installed: PyTorch.</source>
        <translation>完整训练需要尚未安装的组件：PyTorch。</translation>
    </message>
    <message>
        <source>Train a model on your own photos to find more related ones. Nothing changes until you have compared it; the current model stays, and you can switch back at any time. Photos never leave this computer.</source>
        <translation>用您的照片训练专属模型，查找更准。确认对比结果前不会有任何改动；现有模型会保留，可随时换回。照片不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Training goal</source>
        <translation>训练目标</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Bit balance: {share} %</source>
        <translation>比特均衡：{share}%</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>舍弃…</translation>
    </message>
    <message>
        <source>Discards the training and its progress. This cannot be undone.</source>
        <translation>将舍弃这次训练及其进度，无法撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>If you stop, progress is kept and you can resume later.</source>
        <translation>停止后进度会保留，以后可以继续。</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>后台：{work}</translation>
    </message>
    <message>
        <source>Pairs of a photo and its current preview</source>
        <translation>成对显示：照片与它目前的预览</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stopped. A quick training starts again from the beginning.</source>
        <translation>已停止。快速训练会从头开始。</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>已暂停 · {work}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped at: {work}. You can resume from there.</source>
        <translation>已停止：{work}。可以从此处继续。</translation>
    </message>
    <message>
        <source>Stopping and saving progress…</source>
        <translation>正在停止并保存进度…</translation>
    </message>
    <message>
        <source>Unique codes: {share} %</source>
        <translation>唯一编码：{share}%</translation>
    </message>
    <message>
        <source>Validation loss: {loss}</source>
        <translation>验证损失：{loss}</translation>
    </message>
    <message>
        <source>Waiting for other work to finish</source>
        <translation>正在等待其他任务完成</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model trained on {photos} is ready to compare.</source>
        <translation>用 {photos}训练的新模型已就绪，可以比较。</translation>
    </message>
    <message>
        <source>A retraining is running in the background.</source>
        <translation>正在后台重新训练。</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}. Its progress is kept.</source>
        <translation>重新训练在 {time}后被中断，进度已保留。</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it made any progress.</source>
        <translation>重新训练刚开始就被中断了。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>A quick training was interrupted. It starts again from the beginning.</source>
        <translation>快速训练被中断，会从头开始。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Actions for {folder}</source>
        <translation>{folder} 的操作</translation>
    </message>
    <message>
        <source>Hide folders</source>
        <translation>隐藏文件夹</translation>
    </message>
    <message>
        <source>Show folders</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>从图库中移除…</translation>
    </message>
</context>
<context>
    <name>RootSection</name>
    <message>
        <source>Folders in {folder}</source>
        <translation>{folder} 中的文件夹</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What to keep</source>
        <translation>保留规则</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>更重要</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>更不重要</translation>
    </message>
    <message>
        <source>Preferred folders, the best first</source>
        <translation>首选文件夹，最优先的在前</translation>
    </message>
    <message>
        <source>Folders from which nothing is discarded</source>
        <translation>不舍弃任何文件的文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rules, the most important first</source>
        <translation>规则，最重要的在前</translation>
    </message>
    <message>
        <source>The first rule that tells the photos of a group apart decides which one is suggested.</source>
        <translation>第一条能区分组内照片的规则决定建议保留哪一张。</translation>
    </message>
    <message>
        <source>The rules cannot be saved in this library: they last until the window closes.</source>
        <translation>规则无法保存到此图库中，仅在窗口关闭之前有效。</translation>
    </message>
</context>
<context>
    <name>SavedSearchList</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>再次搜索</translation>
    </message>
</context>
<context>
    <name>SavedSearchLists</name>
    <message>
        <source>Search deleted: {name}</source>
        <translation>已删除搜索：{name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A search for a pasted picture cannot be saved. Save the picture as a file and search for it.</source>
        <translation>无法保存对粘贴图片的搜索。请先将图片存为文件，再搜索该文件。</translation>
    </message>
    <message>
        <source>Search for something first, then save the search.</source>
        <translation>请先进行搜索，再保存。</translation>
    </message>
    <message>
        <source>Search saved: {name}</source>
        <translation>已保存搜索：{name}</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>Folder {folder}</source>
        <translation>文件夹 {folder}</translation>
    </message>
    <message>
        <source>Photos from a date range</source>
        <translation>某段日期内的照片</translation>
    </message>
    <message>
        <source>Photos matching the current filters</source>
        <translation>符合当前筛选条件的照片</translation>
    </message>
    <message>
        <source>Selection: {photos}</source>
        <translation>所选照片：{photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个图库</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>训练范围</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected photos</source>
        <translation>所选照片</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 张</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>CPU use while indexing</source>
        <translation>索引时的 CPU 占用</translation>
    </message>
    <message>
        <source>{language} (not proofread)</source>
        <translation>{language}（未经校对）</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched; {rescan} to find new photos.</source>
        <translation>不监视网络驱动器上的文件夹；{rescan}可找到新照片。</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Keeps recently viewed thumbnails in memory: about {count} at the current size.</source>
        <translation>将最近查看的缩略图保留在内存中：按当前大小约 {count} 张。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>No native speaker has read the translations that are marked as not proofread yet.</source>
        <translation>标为“未经校对”的译文尚未由母语者通读。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Only when I rescan (F5)</source>
        <translation>仅在我重新扫描时 (F5)</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Thumbnail cache</source>
        <translation>缩略图缓存</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>监视文件夹中的新照片</translation>
    </message>
    <message>
        <source>rescan</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>占用磁盘 {size}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · 只读</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Paused. Space continues, Esc ends the slideshow.</source>
        <translation>已暂停。按空格键继续，按 Esc 键结束放映。</translation>
    </message>
    <message>
        <source>Slideshow. Space pauses, Esc ends it.</source>
        <translation>幻灯片放映。按空格键暂停，按 Esc 键结束。</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sorted by: {order}, {direction}</source>
        <translation>排序方式：{order}，{direction}</translation>
    </message>
</context>
<context>
    <name>SpareButton</name>
    <message>
        <source>In this group</source>
        <translation>在本组中</translation>
    </message>
    <message>
        <source>In all {count} groups of “{level}”</source>
        <translation>在“{level}”的全部 {count} 组中</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>在文件夹 {folder} 中</translation>
    </message>
</context>
<context>
    <name>StackButton</name>
    <message>
        <source>This group</source>
        <translation>当前组</translation>
    </message>
    <message>
        <source>The {count} groups of the selected photos</source>
        <translation>所选照片所在的 {count} 组</translation>
    </message>
    <message>
        <source>All {count} groups of “{level}”</source>
        <translation>“{level}”的全部 {count} 组</translation>
    </message>
</context>
<context>
    <name>StackSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the photo that is suggested to stay, with the others behind it.</source>
        <translation>{photos}将显示为 {count} 张：每组显示建议保留的照片，其余照片叠放在它后面。</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the picture that is not RAW and has the most pixels, with the others behind it.</source>
        <translation>{photos}将显示为 {count} 张：每组显示非 RAW 且像素最多的照片，其余照片叠放在它后面。</translation>
    </message>
    <message>
        <source>No file is touched. You can undo it. A group that is a stack is shown here again only when another photo joins the group.</source>
        <translation>不会改动任何文件，并且可以撤销。已堆叠的组不再显示在这里，除非又有新照片加入该组。</translation>
    </message>
</context>
<context>
    <name>StandingTabs</name>
    <message>
        <source>What the photos are to the library</source>
        <translation>照片与图库的关系</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详细信息</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>Time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Up to {time}</source>
        <translation>最多 {time}</translation>
    </message>
</context>
<context>
    <name>TypedSearch</name>
    <message>
        <source>Type what the photos show; after a minus, what they should not show.</source>
        <translation>请输入照片的内容；减号后输入不应出现的内容。</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>ViewerMenu</name>
    <message>
        <source>Time for each photo</source>
        <translation>每张照片的时间</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <source>Takes seconds, and keeps what the current model finds. The model has no previews.</source>
        <translation>只需几秒，并保留当前模型的查找能力。此模型没有预览。</translation>
    </message>
    <message>
        <source>Takes minutes to hours, and can learn previews.</source>
        <translation>需要几分钟到几小时，可以学习预览。</translation>
    </message>
</context>
<context>
    <name>WordsBox</name>
    <message>
        <source>Search by words</source>
        <translation>用文字搜索</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Paused · {work}</source>
        <translation>已暂停 · {work}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Updating moved photos…</source>
        <translation>正在更新已移动的照片…</translation>
    </message>
    <message>
        <source>{count} could not be indexed</source>
        <translation>{count} 个文件无法索引</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>{folders} is paused and was not scanned. Resume it in the sidebar.</source>
        <translation>{folders} 已暂停，未扫描。请在侧边栏中继续。</translation>
    </message>
</context>
<context>
    <name>YearScrubber</name>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Click or drag to go to another year</source>
        <translation>点击或拖动可转到其他年份</translation>
    </message>
</context>
<context>
    <name>_PreviewGrid</name>
    <message>
        <source>Previews so far</source>
        <translation>目前的预览</translation>
    </message>
</context>
<context>
    <name>archive_actions</name>
    <message>
        <source>Save the search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>查找与某张图片相似的照片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>查找与剪贴板图片相似的照片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>选择要显示和搜索的照片</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>转到照片</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>从窗口的任意位置转到照片</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>打开图库…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>在单独的窗口中打开另一个图库</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>打开归档…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>关于 Lookalike</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show identical files, and the same photo otherwise stored</source>
        <translation>显示完全相同的文件，以及以其他形式保存的同一张照片</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>在单独的窗口中打开含数百万张照片的归档</translation>
    </message>
</context>
<context>
    <name>archive_photo_actions</name>
    <message>
        <source>An archive can only be read. To change its photos, import it into a library: lookalike cluster import</source>
        <translation>归档只能读取。要更改其中的照片，请把它导入图库：lookalike cluster import</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>第 {number} 个比特为 {value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>编码透视：翻转比特</translation>
    </message>
    <message>
        <source>differs: lowers similarity by {cost} %</source>
        <translation>此比特不同：相似度降低 {cost}%</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>由您翻转</translation>
    </message>
    <message>
        <source>more certain than {share} % of the query's bits</source>
        <translation>比搜索图片 {share}% 的比特更确定</translation>
    </message>
</context>
<context>
    <name>blind_vote</name>
    <message>
        <source>Neither is better</source>
        <translation>两行一样好</translation>
    </message>
    <message>
        <source>The first row is better</source>
        <translation>第一行更好</translation>
    </message>
    <message>
        <source>The second row is better</source>
        <translation>第二行更好</translation>
    </message>
</context>
<context>
    <name>browse_model</name>
    <message>
        <source>{name} · disconnected</source>
        <translation>{name} · 已断开</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>chip_keys</name>
    <message>
        <source>Examples, filters, searches and folders: remove</source>
        <translation>示例、筛选条件、搜索和文件夹：移除</translation>
    </message>
</context>
<context>
    <name>code_page</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>What the code sees: back to the photo before</source>
        <translation>编码看到了什么：返回上一张照片</translation>
    </message>
</context>
<context>
    <name>comparison_actions</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Previous photo of the group</source>
        <translation>本组上一张照片</translation>
    </message>
    <message>
        <source>Next photo of the group</source>
        <translation>本组下一张照片</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>Switch now</source>
        <translation>立即切换</translation>
    </message>
    <message>
        <source>Flicker: switch now; slider: swap sides</source>
        <translation>闪烁：立即切换；滑块：交换两侧</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Move the slider left</source>
        <translation>向左移动滑块</translation>
    </message>
    <message>
        <source>Move the slider right</source>
        <translation>向右移动滑块</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
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
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
</context>
<context>
    <name>comparison_text</name>
    <message>
        <source>Computing new codes</source>
        <translation>正在计算新编码</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>正在查找近似重复的照片</translation>
    </message>
    <message>
        <source>Finding photos on which the models disagree</source>
        <translation>正在查找两个模型结果不同的照片</translation>
    </message>
    <message>
        <source>Finding related photos</source>
        <translation>正在查找相关照片</translation>
    </message>
    <message>
        <source>How many cropped, mirrored, darkened and compressed copies find their original.</source>
        <translation>裁剪、镜像、变暗和压缩后的副本，有多少能找到原照片。</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>有多少照片的编码与其他照片都不同。</translation>
    </message>
    <message>
        <source>How many photos that look nearly the same are still found.</source>
        <translation>看起来几乎相同的照片，还能找到多少。</translation>
    </message>
    <message>
        <source>Differences from {name}, {gain} times as strong</source>
        <translation>与 {name} 的差异，放大 {gain} 倍</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>第 {place} 组，共 {count} 组</translation>
    </message>
    <message>
        <source>{shown} of {count} photos</source>
        <translation>{count} 张照片中的 {shown} 张</translation>
    </message>
    <message>
        <source>How many related photos in this library are found.</source>
        <translation>在此图库中能找到多少相关照片。</translation>
    </message>
    <message>
        <source>How many of the photos that are found are in the folder of the query.</source>
        <translation>找到的照片中有多少与查询照片在同一文件夹。</translation>
    </message>
    <message>
        <source>How well photos from outside this library are found.</source>
        <translation>查找此图库以外的照片的效果。</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model may have been trained on all of them.</source>
        <translation>单位为 %，± 为标准误差，在 {photos}上测得。新模型的训练可能包含其中全部照片。</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model was not trained on {held_out} of the {asked} queries.</source>
        <translation>单位为 %，± 为标准误差，在 {photos}上测得。新模型的训练不包含 {asked} 次搜索中的 {held_out} 张照片。</translation>
    </message>
    <message>
        <source>Searching for edited copies</source>
        <translation>正在搜索编辑过的副本</translation>
    </message>
    <message>
        <source>The votes may be due to chance, so the figures decide.</source>
        <translation>投票结果可能是偶然，因此以数据为准。</translation>
    </message>
    <message>
        <source>You preferred the new model {new} times and the current model {old} times, and saw no difference {neither} times.</source>
        <translation>您有 {new} 次选择新模型，{old} 次选择当前模型，{neither} 次认为没有区别。</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>大致相同</translation>
    </message>
    <message>
        <source>better by {points}</source>
        <translation>好 {points}</translation>
    </message>
    <message>
        <source>worse by {points}</source>
        <translation>差 {points}</translation>
    </message>
</context>
<context>
    <name>cpu_usage</name>
    <message>
        <source>Full</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>One photo at a time, only while the computer is otherwise idle.</source>
        <translation>一次处理一张照片，且仅在电脑空闲时运行。</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>一次处理一张照片。</translation>
    </message>
    <message>
        <source>{count} photos at a time, with lower priority than other programs.</source>
        <translation>同时处理 {count} 张照片，优先级低于其他程序。</translation>
    </message>
</context>
<context>
    <name>desk_commands</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Discard all but the suggested</source>
        <translation>舍弃建议保留以外的照片</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>不是重复照片</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Show the photos of the group as one, with the suggested one on top</source>
        <translation>将该组照片显示为一张，建议保留的照片在最上面</translation>
    </message>
    <message>
        <source>Compare the photos of the group, or those that are selected</source>
        <translation>比较本组的照片，或选中的照片</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare {photos}</source>
        <translation>比较 {photos}</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>堆叠 {count} 组</translation>
    </message>
    <message>
        <source>Stack the group</source>
        <translation>堆叠该组</translation>
    </message>
    <message>
        <source>Mark to be discarded; no file is touched yet</source>
        <translation>标记为舍弃；此时不会改动任何文件</translation>
    </message>
    <message>
        <source>Never group the selected photos with the others of the group again</source>
        <translation>不再将选中的照片与本组其他照片归为一组</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Open a picture to find similar photos</source>
        <translation>打开一张图片，查找相似照片</translation>
    </message>
</context>
<context>
    <name>discard_text</name>
    <message>
        <source>XMP files go to the trash or the folder with their photos, unless other photos use them, too.</source>
        <translation>XMP 文件会随照片一起移到回收站或文件夹，除非还有其他照片使用它们。</translation>
    </message>
    <message>
        <source>Nothing can be discarded</source>
        <translation>没有可以舍弃的文件</translation>
    </message>
    <message>
        <source>Discard 1 file</source>
        <translation>舍弃 1 个文件</translation>
    </message>
    <message>
        <source>Discard {count} files</source>
        <translation>舍弃 {count} 个文件</translation>
    </message>
    <message>
        <source>1 file has changed since the comparison. It is compared again before it goes.</source>
        <translation>1 个文件在比较之后更改过，舍弃之前会再次比较。</translation>
    </message>
    <message>
        <source>{count} files have changed since the comparison. Each is compared again before it goes.</source>
        <translation>{count} 个文件在比较之后更改过，每个文件在舍弃之前都会再次比较。</translation>
    </message>
    <message>
        <source>in a folder that is never touched</source>
        <translation>位于不会改动的文件夹中</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>changed since the comparison, and not the same photo any more</source>
        <translation>比较之后更改过，已不是同一张照片</translation>
    </message>
    <message>
        <source>changed since the comparison, and cannot be read now</source>
        <translation>比较之后更改过，现在无法读取</translation>
    </message>
    <message>
        <source>the last of its group</source>
        <translation>组中的最后一个</translation>
    </message>
    <message>
        <source>no other file of its group is there any more</source>
        <translation>组中已没有其他文件</translation>
    </message>
    <message>
        <source>the photo that should be kept has changed or is gone</source>
        <translation>应保留的照片已更改或已不存在</translation>
    </message>
    <message>
        <source>it is not identical any more</source>
        <translation>文件已不再完全相同</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>文件在此期间已更改</translation>
    </message>
    <message>
        <source>its disk cannot share the space of files; Btrfs, XFS and APFS can</source>
        <translation>所在磁盘无法让文件共享空间；Btrfs、XFS 和 APFS 可以</translation>
    </message>
    <message>
        <source>1 file stays: {reason}.</source>
        <translation>保留 1 个文件：{reason}。</translation>
    </message>
    <message>
        <source>{count} files stay: {reason}.</source>
        <translation>保留 {count} 个文件：{reason}。</translation>
    </message>
    <message>
        <source>{count} other folders</source>
        <translation>其他 {count} 个文件夹</translation>
    </message>
</context>
<context>
    <name>discarding</name>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>its rating and keywords cannot be written to {file}: {reason}</source>
        <translation>其评分和关键字无法写入 {file}：{reason}</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the closest</source>
        <translation>距离：隐藏最近的照片</translation>
    </message>
    <message>
        <source>Distances: show fewer distant photos</source>
        <translation>距离：减少较远的照片</translation>
    </message>
    <message>
        <source>Distances: show more distant photos</source>
        <translation>距离：显示更远的照片</translation>
    </message>
    <message>
        <source>Distances: show more of the closest</source>
        <translation>距离：显示更近的照片</translation>
    </message>
</context>
<context>
    <name>empty_pages</name>
    <message>
        <source>No duplicates match these filters</source>
        <translation>没有符合筛选条件的重复照片</translation>
    </message>
    <message>
        <source>Some photos have duplicates that the filters hide.</source>
        <translation>有些照片的重复项被筛选条件隐藏了。</translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>没有已知的重复照片</translation>
    </message>
    <message>
        <source>Comparing the photos. What is found appears here at once.</source>
        <translation>正在比较照片。找到的结果会立即显示在这里。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复照片</translation>
    </message>
    <message>
        <source>All duplicates that are known are stacked.</source>
        <translation>已知的重复照片都已堆叠。</translation>
    </message>
    <message>
        <source>No two photos of the library are the same or look alike.</source>
        <translation>图库中没有相同或看起来相像的照片。</translation>
    </message>
    <message>
        <source>Finds copies, even if resized, cropped or turned. No file is changed.</source>
        <translation>查找照片的副本，即使经过缩放、裁剪或旋转。不会更改任何文件。</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>All results are outside the chosen distance range.</source>
        <translation>所有结果都在所选距离范围之外。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Lookalike reads your photos in place. Nothing leaves this computer.</source>
        <translation>Lookalike 直接读取原位置的照片。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>No photos match these filters</source>
        <translation>没有符合筛选条件的照片</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>No results to show</source>
        <translation>没有可显示的结果</translation>
    </message>
    <message>
        <source>Photos appear here as they are indexed.</source>
        <translation>照片索引后会显示在这里。</translation>
    </message>
    <message>
        <source>Remove a filter above the photos, or clear them all.</source>
        <translation>可在照片上方移除某个筛选条件，或全部清除。</translation>
    </message>
    <message>
        <source>No photo stands out for these words</source>
        <translation>没有与这些文字明显相符的照片</translation>
    </message>
    <message>
        <source>Try a simpler or more common word, or search by a picture.</source>
        <translation>请尝试更简单或更常用的词，或用图片搜索。</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>显示所有结果</translation>
    </message>
    <message>
        <source>Try sample pictures</source>
        <translation>试用示例图片</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>{start} 起</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{count} lenses</source>
        <translation>{count} 个镜头</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>大于 {size}</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>{end} 之前</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>不超过 {size}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} 台相机</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} 至 {end}</translation>
    </message>
</context>
<context>
    <name>first_tips</name>
    <message>
        <source>To find similar photos, drop a picture on the window, or select a photo and press S.</source>
        <translation>要查找相似照片，请将图片拖到窗口上，或选中一张照片并按 S。</translation>
    </message>
    <message>
        <source>Press Space to see a photo large, and the arrow keys for the next ones.</source>
        <translation>按空格键查看大图，用方向键切换到其他照片。</translation>
    </message>
    <message>
        <source>Ctrl+F filters the photos by folder, date, camera and more, also in a search.</source>
        <translation>按 Ctrl+F 可按文件夹、日期、相机等筛选照片，对搜索同样有效。</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide.</source>
        <translation>Ctrl+Z 可撤销移动，包括移到回收站。F1 列出所有快捷键，“帮助”菜单中有使用指南。</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Next tip</source>
        <translation>下一条提示</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>You can select at most {count} photos at once.</source>
        <translation>一次最多可以选择 {count} 张照片。</translation>
    </message>
</context>
<context>
    <name>group_model</name>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>group_text</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>无相机信息</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>相似度 {percent}%</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 组</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} 组</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>Same pixels</source>
        <translation>像素相同</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>同一张照片</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>连拍</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>内容相同的文件</translation>
    </message>
    <message>
        <source>The same pixels in another format or with other metadata</source>
        <translation>像素相同，但格式或元数据不同</translation>
    </message>
    <message>
        <source>The same photo, resized, compressed, cropped, edited or turned</source>
        <translation>同一张照片，经过缩放、压缩、裁剪、编辑或旋转</translation>
    </message>
    <message>
        <source>The RAW file and the picture of one shot, or a photo and its edit</source>
        <translation>同一次拍摄的 RAW 文件和图片，或照片及其编辑版本</translation>
    </message>
    <message>
        <source>Photos of one camera that were taken within seconds</source>
        <translation>同一相机在几秒内拍摄的照片</translation>
    </message>
    <message>
        <source>Different photos that look alike</source>
        <translation>看起来相像的不同照片</translation>
    </message>
    <message>
        <source>preferred folder</source>
        <translation>首选文件夹</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>more pixels</source>
        <translation>像素更多</translation>
    </message>
    <message>
        <source>larger file</source>
        <translation>文件更大</translation>
    </message>
    <message>
        <source>sharper</source>
        <translation>更清晰</translation>
    </message>
    <message>
        <source>more metadata</source>
        <translation>元数据更多</translation>
    </message>
    <message>
        <source>older</source>
        <translation>日期更早</translation>
    </message>
    <message>
        <source>nothing around it</source>
        <translation>没有边框</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>未压缩</translation>
    </message>
    <message>
        <source>shorter path</source>
        <translation>路径更短</translation>
    </message>
    <message>
        <source>Keep: {reason}</source>
        <translation>保留：{reason}</translation>
    </message>
    <message>
        <source>framed</source>
        <translation>加了边框</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>turned right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>turned left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>upside down, mirrored</source>
        <translation>上下颠倒并镜像</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>上下颠倒</translation>
    </message>
    <message>
        <source>turned and mirrored</source>
        <translation>旋转并镜像</translation>
    </message>
    <message>
        <source>at least {percent} % alike</source>
        <translation>相似度至少 {percent}%</translation>
    </message>
    <message>
        <source>{count} of 1 group</source>
        <translation>1 组中的 {count} 组</translation>
    </message>
    <message>
        <source>{count} of {total} groups</source>
        <translation>{total} 组中的 {count} 组</translation>
    </message>
    <message>
        <source>{size} to save</source>
        <translation>可节省 {size}</translation>
    </message>
    <message>
        <source>shows more</source>
        <translation>画面更多</translation>
    </message>
    <message>
        <source>+ {count} identical</source>
        <translation>+ {count} 个相同文件</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing samples: {done} of {total}</source>
        <translation>正在绘制示例图片：{done} / {total}</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>已索引 {photos}，用时 {time}</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>正在比较成对照片：{done} / {total}</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>正在收尾…</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>正在索引 {done} / {total}</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>正在移除 {done} / {total}</translation>
    </message>
    <message>
        <source>Scanning · {files}</source>
        <translation>正在扫描 · {files}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Updating codes: {done} of {total}</source>
        <translation>正在更新编码：{done} / {total}</translation>
    </message>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>正在检查 {done} / {total}</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent}%</translation>
    </message>
    <message>
        <source>Preparing {done} of {total}</source>
        <translation>正在准备 {done} / {total}</translation>
    </message>
    <message>
        <source>Looking for pairs to compare</source>
        <translation>正在查找要比较的照片对</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>正在查找重复照片：{done} / {total}</translation>
    </message>
    <message>
        <source>Comparing pixels of pairs: {done} of {total}</source>
        <translation>正在比较成对照片的像素：{done} / {total}</translation>
    </message>
    <message>
        <source>Measuring sharpness: {done} of {total}</source>
        <translation>正在测量清晰度：{done} / {total}</translation>
    </message>
    <message>
        <source>Backing up the library…</source>
        <translation>正在备份图库…</translation>
    </message>
</context>
<context>
    <name>kept_questions</name>
    <message>
        <source>Part of {name}</source>
        <translation>{name} 的一部分</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 及另外 {count} 张</translation>
    </message>
    <message>
        <source>{name}, excluding {count}</source>
        <translation>{name}，排除 {count} 个示例</translation>
    </message>
</context>
<context>
    <name>library_opener</name>
    <message>
        <source>There is no library in {folder}. Use “New library…” to create one.</source>
        <translation>{folder} 中没有图库。请用“新建图库…”创建一个。</translation>
    </message>
    <message>
        <source>There is no archive in {folder}. “lookalike cluster index” makes one.</source>
        <translation>{folder} 中没有归档。“lookalike cluster index”可以创建归档。</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
        <translation>{folder} 不是空的。请为图库选择一个新文件夹或空文件夹。</translation>
    </message>
    <message>
        <source>No window could be opened for the library {folder}.</source>
        <translation>无法为图库 {folder} 打开窗口。</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>我的图库</translation>
    </message>
    <message>
        <source>The library {folder} is open in this window.</source>
        <translation>图库 {folder} 已在此窗口中打开。</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>Identical</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>相似度较低</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>同一张照片</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>非常相似</translation>
    </message>
</context>
<context>
    <name>likeness_button</name>
    <message>
        <source>Shows groups by their least alike photo: how much of the picture agrees, or, of different photos, how much of their codes.</source>
        <translation>按每组中相似度最低的照片筛选：同一张照片比较画面一致的比例，不同照片比较编码一致的比例。</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Show groups by how alike their photos are</source>
        <translation>按照片的相似度显示各组</translation>
    </message>
    <message>
        <source>At least {least} % alike</source>
        <translation>相似度至少 {least}%</translation>
    </message>
    <message>
        <source>At most {most} % alike</source>
        <translation>相似度至多 {most}%</translation>
    </message>
    <message>
        <source>{least}–{most} % alike</source>
        <translation>相似度 {least}–{most}%</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{name} cannot be opened because {folder} is disconnected. Connect its drive first.</source>
        <translation>无法打开 {name}，因为 {folder} 已断开连接。请先连接其驱动器。</translation>
    </message>
    <message>
        <source>A code partly reveals its picture. Share it as carefully as the picture itself.</source>
        <translation>编码会部分透露图片内容。请像对待图片本身一样谨慎分享。</translation>
    </message>
    <message>
        <source>{path} cannot be shown because no file manager is available.</source>
        <translation>无法显示 {path}：没有可用的文件管理器。</translation>
    </message>
</context>
<context>
    <name>metadata_text</name>
    <message>
        <source>1/{count} s</source>
        <translation>1/{count} 秒</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>GPS position in the file</source>
        <translation>文件中有 GPS 位置</translation>
    </message>
    <message>
        <source>{length} mm (35 mm equivalent: {like} mm)</source>
        <translation>{length} mm（等效 35 mm 焦距：{like} mm）</translation>
    </message>
</context>
<context>
    <name>missing_library</name>
    <message>
        <source>Open a library</source>
        <translation>打开图库</translation>
    </message>
</context>
<context>
    <name>model_text</name>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>My model of {day}</source>
        <translation>{day} 训练的模型</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>{day} 添加</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>trained on {photos} of this library</source>
        <translation>用此图库的 {photos}训练</translation>
    </message>
    <message>
        <source>trained {day}</source>
        <translation>{day} 训练</translation>
    </message>
    <message>
        <source>without previews</source>
        <translation>无预览</translation>
    </message>
</context>
<context>
    <name>newcomers</name>
    <message>
        <source>Choose a folder outside of “{folder}”, which the photos are in already.</source>
        <translation>照片已在“{folder}”中。请选择其他位置的文件夹。</translation>
    </message>
    <message>
        <source>This folder contains no photos.</source>
        <translation>此文件夹中没有照片。</translation>
    </message>
    <message>
        <source>The library has all photos of this folder.</source>
        <translation>图库中已有此文件夹中的所有照片。</translation>
    </message>
    <message>
        <source>Identical file: {path}</source>
        <translation>相同的文件：{path}</translation>
    </message>
    <message>
        <source>Same photo: {path}</source>
        <translation>同一张照片：{path}</translation>
    </message>
    <message>
        <source>Copy new photos to…</source>
        <translation>将新照片复制到…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>The library does not have these photos.</source>
        <translation>图库中没有这些照片。</translation>
    </message>
    <message>
        <source>The library has these photos, in the same size or larger.</source>
        <translation>图库中已有这些照片，大小相同或更大。</translation>
    </message>
    <message>
        <source>The library has these photos, but with fewer pixels.</source>
        <translation>图库中已有这些照片，但像素较少。</translation>
    </message>
    <message>
        <source>These files cannot be read.</source>
        <translation>无法读取这些文件。</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>没有新照片</translation>
    </message>
    <message>
        <source>No known photos</source>
        <translation>没有已有的照片</translation>
    </message>
    <message>
        <source>No photos with more pixels than in the library</source>
        <translation>没有比图库中像素更多的照片</translation>
    </message>
    <message>
        <source>No unreadable files</source>
        <translation>没有无法读取的文件</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stopped after {done} of {files}.</source>
        <translation>已停止，检查了 {files}中的 {done} 个。</translation>
    </message>
    <message>
        <source>These folders have no photos.</source>
        <translation>这些文件夹中没有照片。</translation>
    </message>
    <message>
        <source>The library has all photos of these folders.</source>
        <translation>图库中已有这些文件夹中的所有照片。</translation>
    </message>
    <message>
        <source>{photos} checked.</source>
        <translation>已检查 {photos}。</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>已复制到 {folder}</translation>
    </message>
    <message>
        <source>Copy {photos} to…</source>
        <translation>将 {photos}复制到…</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>1 bit</source>
        <translation>1 个比特</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} B</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>1 秒以内</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} 个比特</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>{count} 张照片</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{number}/s</source>
        <translation>{number} 张/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
</context>
<context>
    <name>open_with</name>
    <message>
        <source>Open with which program?</source>
        <translation>用哪个程序打开？</translation>
    </message>
</context>
<context>
    <name>outlier_model</name>
    <message>
        <source>{percent} % different from its {neighbours}th closest photo</source>
        <translation>与第 {neighbours} 相近的照片差异 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % different</source>
        <translation>差异 {percent}%</translation>
    </message>
</context>
<context>
    <name>photo_action_flow</name>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>正在复制：{done} / {total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>正在导出：{done} / {total}</translation>
    </message>
    <message>
        <source>Move undone ({photos}).</source>
        <translation>已撤销移动（{photos}）。</translation>
    </message>
    <message>
        <source>Moving to the trash: {done} of {total}</source>
        <translation>正在移到回收站：{done} / {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>正在移动：{done} / {total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>正在重命名：{done}/{total}</translation>
    </message>
    <message>
        <source>Undoing: {done} of {total}</source>
        <translation>正在撤销：{done} / {total}</translation>
    </message>
    <message>
        <source>Linking: {done} of {total}</source>
        <translation>正在链接：{done} / {total}</translation>
    </message>
    <message>
        <source>Sharing space: {done} of {total}</source>
        <translation>正在共享空间：{done} / {total}</translation>
    </message>
    <message>
        <source>{photos} renamed.</source>
        <translation>已重命名 {photos}。</translation>
    </message>
    <message>
        <source>Rename undone ({photos}).</source>
        <translation>已撤消重命名（{photos}）。</translation>
    </message>
    <message>
        <source>{photos} replaced by hard links.</source>
        <translation>{photos}已替换为硬链接。</translation>
    </message>
    <message>
        <source>{photos}: the space is shared with identical files now.</source>
        <translation>{photos}：已与完全相同的文件共享空间。</translation>
    </message>
    <message>
        <source>{path} could not be renamed ({reason}). It keeps its name.</source>
        <translation>无法重命名 {path}（{reason}）。它保留原来的名称。</translation>
    </message>
    <message>
        <source>{path} could not be copied ({reason}).</source>
        <translation>无法复制 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be exported ({reason}).</source>
        <translation>无法导出 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be replaced by a link ({reason}). It is unchanged.</source>
        <translation>无法将 {path} 替换为链接（{reason}）。文件未更改。</translation>
    </message>
    <message>
        <source>{path} could not share its space ({reason}). It is unchanged.</source>
        <translation>{path} 无法共享空间（{reason}）。该文件没有改动。</translation>
    </message>
    <message>
        <source>{path} could not be made a file of its own ({reason}).</source>
        <translation>无法将 {path} 恢复为独立文件（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be moved ({reason}). It is still in its place.</source>
        <translation>无法移动 {path}（{reason}），文件仍在原处。</translation>
    </message>
    <message>
        <source>Links undone ({photos}).</source>
        <translation>已撤销链接（{photos}）。</translation>
    </message>
    <message>
        <source>{path} could not be moved back ({reason}). It is still there.</source>
        <translation>无法将 {path} 移回原处（{reason}），文件仍在该处。</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}). It was not deleted.</source>
        <translation>无法将 {path} 移到回收站（{reason}），文件未被删除。</translation>
    </message>
    <message>
        <source>{photos} copied to {place}.</source>
        <translation>已将 {photos}复制到 {place}。</translation>
    </message>
    <message>
        <source>{photos} exported to {place}.</source>
        <translation>已将 {photos}导出到 {place}。</translation>
    </message>
    <message>
        <source>{photos} moved to the trash.</source>
        <translation>已将 {photos}移到回收站。</translation>
    </message>
    <message>
        <source>{photos} moved to {place}.</source>
        <translation>已将 {photos}移动到 {place}。</translation>
    </message>
    <message>
        <source>{sentence} This also applies to {photos} more.</source>
        <translation>{sentence} 另有 {photos}情况相同。</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>编码看到了什么</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>复制到文件夹…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>More like {photos}</source>
        <translation>更多与 {photos}相似的</translation>
    </message>
    <message>
        <source>Less like {photos}</source>
        <translation>更少与 {photos}相似的</translation>
    </message>
    <message>
        <source>What the code of a photo has kept of it</source>
        <translation>查看编码保留了照片的哪些内容</translation>
    </message>
    <message>
        <source>Copy {photos} to folder…</source>
        <translation>将 {photos}复制到文件夹…</translation>
    </message>
    <message>
        <source>Move {photos} to folder…</source>
        <translation>将 {photos}移动到文件夹…</translation>
    </message>
    <message>
        <source>Rename {photos}…</source>
        <translation>重命名 {photos}…</translation>
    </message>
    <message>
        <source>Export {photos}…</source>
        <translation>导出 {photos}…</translation>
    </message>
    <message>
        <source>Move {photos} to trash</source>
        <translation>将 {photos}移到回收站</translation>
    </message>
    <message>
        <source>Read {photos} again</source>
        <translation>重新读取 {photos}</translation>
    </message>
    <message>
        <source>{action} (only the photo on top)</source>
        <translation>{action}（仅最上面的照片）</translation>
    </message>
    <message>
        <source>Copy {photos}</source>
        <translation>复制 {photos}</translation>
    </message>
    <message>
        <source>Find similar to {photos}</source>
        <translation>查找与 {photos}相似的照片</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>不像这张</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更像这张</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>移动到文件夹…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>打开方式…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>photo_filter</name>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>光圈</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>With GPS</source>
        <translation>有 GPS</translation>
    </message>
    <message>
        <source>Without GPS</source>
        <translation>无 GPS</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · disconnected</source>
        <translation>{likeness} · 已断开</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>preview_view</name>
    <message>
        <source>Preview: show it large</source>
        <translation>预览：放大显示</translation>
    </message>
</context>
<context>
    <name>previews_text</name>
    <message>
        <source>The current model has no previews, so it cannot show what a code has kept of a picture.</source>
        <translation>当前模型没有预览功能，无法显示编码保留了图片的哪些内容。</translation>
    </message>
    <message>
        <source>Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are drawn from these bits alone: what you recognise in them is what the code has kept.</source>
        <translation>照片通过编码进行比较，编码由 {count} 个是非标记（即比特）组成。预览仅根据这些比特绘制：从中能认出的，就是编码保留下来的内容。</translation>
    </message>
    <message>
        <source>The same without the bits that the model is surest of: what disappears was held by these bits.</source>
        <translation>去掉模型最确定的比特之后的预览：消失的内容就由这些比特承载。</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: select a part with the arrow keys and search for it</source>
        <translation>搜索图片：用方向键框选一部分并搜索</translation>
    </message>
</context>
<context>
    <name>rename_text</name>
    <message>
        <source>A name needs at least one character.</source>
        <translation>名称至少需要一个字符。</translation>
    </message>
    <message>
        <source>The name contains a character that file names cannot have.</source>
        <translation>名称中含有文件名不允许的字符。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>This name is reserved by Windows.</source>
        <translation>此名称由 Windows 保留。</translation>
    </message>
    <message>
        <source>Files whose names begin with a dot are hidden.</source>
        <translation>名称以点开头的文件会被隐藏。</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>已有同名文件。</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 similar photo</source>
        <translation>1 张相似照片</translation>
    </message>
    <message>
        <source>At least {count} similar photos</source>
        <translation>至少 {count} 张相似照片</translation>
    </message>
    <message>
        <source>No photos match the filters.</source>
        <translation>没有符合筛选条件的照片。</translation>
    </message>
    <message>
        <source>No photos within the chosen distance range.</source>
        <translation>所选距离范围内没有照片。</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>没有相似照片</translation>
    </message>
    <message>
        <source>No other similar photos</source>
        <translation>没有其他相似照片</translation>
    </message>
    <message>
        <source>None of {photos} is noticeably similar.</source>
        <translation>{photos}中没有明显相似的。</translation>
    </message>
    <message>
        <source>None of {photos} that match the filters is noticeably similar.</source>
        <translation>符合筛选条件的 {photos}中没有明显相似的。</translation>
    </message>
    <message>
        <source>Searched {photos} that match the filters. The others are not noticeably similar.</source>
        <translation>已搜索符合筛选条件的 {photos}，其余照片没有明显相似之处。</translation>
    </message>
    <message>
        <source>Photos that stand out for these words, of {photos}.</source>
        <translation>在 {photos}中与这些文字明显相符的照片。</translation>
    </message>
    <message>
        <source>Searched {photos}. The others are not noticeably similar.</source>
        <translation>已搜索 {photos}，其余照片没有明显相似之处。</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>图库是空的。</translation>
    </message>
    <message>
        <source>These are all photos in the library.</source>
        <translation>这是图库中的全部照片。</translation>
    </message>
    <message>
        <source>These are all photos that match the filters.</source>
        <translation>这是符合筛选条件的全部照片。</translation>
    </message>
    <message>
        <source>Within the chosen distance range.</source>
        <translation>仅限所选距离范围。</translation>
    </message>
    <message>
        <source>{count} similar photos</source>
        <translation>{count} 张相似照片</translation>
    </message>
</context>
<context>
    <name>root_menu</name>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Exclude from library…</source>
        <translation>从图库中排除…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>在此文件夹中搜索</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Locate moved folder…</source>
        <translation>找到移动后的文件夹…</translation>
    </message>
    <message>
        <source>Failed photos ({count})</source>
        <translation>失败的照片（{count}）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>正在索引 · {percent}%</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused. Not scanned until you resume it.</source>
        <translation>已暂停，继续之前不会扫描。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 张失败</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 张等待中</translation>
    </message>
</context>
<context>
    <name>saved_search_list</name>
    <message>
        <source>Saved searches: rename</source>
        <translation>已保存的搜索：重命名</translation>
    </message>
    <message>
        <source>Saved searches: search again</source>
        <translation>已保存的搜索：再次搜索</translation>
    </message>
</context>
<context>
    <name>search_text</name>
    <message>
        <source>Counter-example</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Photos like the pasted picture</source>
        <translation>与粘贴的图片相似的照片</translation>
    </message>
    <message>
        <source>Photos like these {count}</source>
        <translation>与这 {count} 张图片相似的照片</translation>
    </message>
    <message>
        <source>Photos like this part of the picture</source>
        <translation>与图片此部分相似的照片</translation>
    </message>
    <message>
        <source>Photos of “{words}”</source>
        <translation>“{words}”的照片</translation>
    </message>
    <message>
        <source>Photos like {name}</source>
        <translation>与 {name} 相似的照片</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>此照片</translation>
    </message>
    <message>
        <source>{sentence} Searching for the other pictures.</source>
        <translation>{sentence} 正在搜索其余图片。</translation>
    </message>
    <message>
        <source>{title}, excluding {count}</source>
        <translation>{title}，排除 {count} 个示例</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A network in {folder} gives invalid results ({detail}). Get it again from its source.</source>
        <translation>{folder} 中的网络给出无效结果（{detail}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>A network in {folder} is not of the kind that Lookalike exports ({detail}) and was not run. Use only models that Lookalike exported.</source>
        <translation>{folder} 中的网络不是 Lookalike 导出的类型（{detail}），因此没有运行。请只使用 Lookalike 导出的模型。</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is already running. Wait for it or stop it first.</source>
        <translation>图库 {library} 正在重新训练。请等待完成，或先停止。</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}. Wait until it is finished.</source>
        <translation>正在向图库 {library} 导入另一个模型。请等待完成。</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}. Wait until it is finished.</source>
        <translation>另一个进程正在更改图库 {library}。请等待完成。</translation>
    </message>
    <message>
        <source>Comparing models needs at least {needed} photos, and the library has {photos}. Index more first.</source>
        <translation>比较模型至少需要 {needed} 张照片，而图库只有 {photos} 张。请先索引更多照片。</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}). To add it, run: {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk). Or train quickly, which needs none (--quick).</source>
        <translation>训练所需的组件尚未安装（{missing}）。如需添加，请运行：{command}（约下载 {download_gb} GB，占用 {disk_gb} GB 磁盘空间）。也可以使用不需要该组件的快速训练（--quick）。</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>查找编辑副本的效果与之前相同。</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>找到的编辑副本</translation>
    </message>
    <message>
        <source>Finding edited copies could not be measured.</source>
        <translation>无法测量查找编辑副本的效果。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere could not be measured.</source>
        <translation>无法测量查找图库以外的照片的效果。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse, which is a lot.</source>
        <translation>查找图库以外的照片的效果下降 {share}%，损失较大。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse.</source>
        <translation>查找图库以外的照片的效果下降 {share}%。</translation>
    </message>
    <message>
        <source>Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them.</source>
        <translation>无法监视文件夹中的新照片（{detail}）。重新扫描 (F5) 可找到它们。</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before, which is too many.</source>
        <translation>之前能找到的编辑副本中，有 {share}% 找不到了，损失过大。</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before.</source>
        <translation>之前能找到的编辑副本中，有 {share}% 找不到了。</translation>
    </message>
    <message>
        <source>Near-duplicates still found</source>
        <translation>仍能找到的近似重复照片</translation>
    </message>
    <message>
        <source>Overall, the new model is worse. We recommend keeping the current one.</source>
        <translation>总体来看新模型较差，建议保留当前模型。</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>图库以外的照片</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>查找图库以外的照片的效果与之前相同。</translation>
    </message>
    <message>
        <source>Related photos found</source>
        <translation>找到的相关照片</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}). Get it again from its source.</source>
        <translation>{folder} 中的模型说明无效（{detail}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>The library has no model {model_id}. 'lookalike model list' lists its models.</source>
        <translation>图库中没有模型 {model_id}。“lookalike model list”可列出现有模型。</translation>
    </message>
    <message>
        <source>The library {library} can only be read, so nothing in it can be changed. Copy it to a folder that you can write.</source>
        <translation>图库 {library} 只能读取，无法更改其中的内容。请将它复制到您可以写入的文件夹。</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}). Check the free space and the permissions of its folder.</source>
        <translation>无法写入图库 {library}（{detail}）。请检查可用空间及其文件夹的权限。</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running. Index the library to update its codes.</source>
        <translation>图库 {library} 的编码来自模型 {library_model}，但当前运行的是 {running_model}。请重新索引图库以更新编码。</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}). Move its folder away and index again; your photos are not affected.</source>
        <translation>图库 {library} 已损坏（{detail}）。请移走其文件夹并重新索引；您的照片不受影响。</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike. Update the program.</source>
        <translation>图库 {library} 由更高版本的 Lookalike 写入。请更新程序。</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}. Get it again from its source.</source>
        <translation>{folder} 中的模型缺少 {detail}。请从来源重新获取。</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike. Update the program.</source>
        <translation>{folder} 中的模型需要更高版本的 Lookalike。请更新程序。</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or is the default model and cannot be deleted. Use another one first.</source>
        <translation>模型 {model_id} 正在使用或是默认模型，无法删除。请先改用其他模型。</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}). Get it again from its source.</source>
        <translation>{folder} 中的网络无法运行（{detail}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>The network in {folder} does not match its description. Get it again from its source.</source>
        <translation>{folder} 中的网络与其说明不符。请从来源重新获取。</translation>
    </message>
    <message>
        <source>The new model does not clearly find more related photos in this library. We recommend keeping the current one.</source>
        <translation>新模型在此图库中没有明显找到更多相关照片，建议保留当前模型。</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library but is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>新模型在此图库中能找到更多相关照片，但查找图库以外的照片明显变差。如果您只用此图库的照片搜索，可以使用它。</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library. We recommend using it.</source>
        <translation>新模型在此图库中能找到更多相关照片，建议使用。</translation>
    </message>
    <message>
        <source>The output cannot be written ({detail}). Send it to another place.</source>
        <translation>无法写入输出（{detail}）。请输出到其他位置。</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped elsewhere. Its progress is kept; start it again with the same options to resume.</source>
        <translation>图库 {library} 的重新训练已在别处停止。进度已保留，用相同选项再次启动即可继续。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}). Correct or delete the file.</source>
        <translation>无法使用 {path} 中的设置（{detail}）。请更正或删除该文件。</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again.</source>
        <translation>任务意外结束（退出代码 {exit_code}）。没有任何损失，请重新开始。</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}). Check the network and the free space, and try again.</source>
        <translation>无法安装训练组件（{detail}）。请检查网络和可用空间后重试。</translation>
    </message>
    <message>
        <source>There is no library in {library}. Check the path. 'lookalike index FOLDER --library {library}' makes one.</source>
        <translation>{library} 中没有图库。请检查路径。“lookalike index 文件夹 --library {library}”可以新建一个。</translation>
    </message>
    <message>
        <source>There is no library yet. Run 'lookalike index FOLDER' to make one.</source>
        <translation>还没有图库。运行“lookalike index 文件夹”可以新建一个。</translation>
    </message>
    <message>
        <source>Training failed: {detail}</source>
        <translation>训练失败：{detail}</translation>
    </message>
    <message>
        <source>The library {library} is open in another window, which does not answer. Close that window, on this computer or on another that uses this library, and try again.</source>
        <translation>图库 {library} 已在另一个窗口中打开，但该窗口没有响应。请关闭该窗口（它可能在这台电脑上，也可能在使用此图库的另一台电脑上），然后重试。</translation>
    </message>
    <message>
        <source>Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike again.</source>
        <translation>无法用文字搜索：{path} 缺失或已损坏（{detail}）。请重新安装 Lookalike。</translation>
    </message>
    <message>
        <source>The model in use does not know words: it reads photos by another network ({detail}). Use the default model, or one that was trained from it.</source>
        <translation>当前模型不认识文字：它用另一个网络读取照片（{detail}）。请使用默认模型，或由它训练出的模型。</translation>
    </message>
    <message>
        <source>No word of '{detail}' is known. Type what the photos show, in English or Chinese.</source>
        <translation>不认识“{detail}”中的任何词。请用英文或中文输入照片的内容。</translation>
    </message>
    <message>
        <source>{path} is not there any more. Connect its drive or card again, and repeat the check.</source>
        <translation>{path} 已不在原处。请重新连接其驱动器或存储卡，然后再次检查。</translation>
    </message>
    <message>
        <source>The model {model_id} has an image encoder of your own, which thorough training cannot continue. Train quickly, or switch to another model first.</source>
        <translation>模型 {model_id} 使用您自己的图像编码器，无法在它的基础上进行完整训练。请使用快速训练，或先切换到其他模型。</translation>
    </message>
    <message>
        <source>Codes of {bits} bits cannot be made with the model in use, which describes each photo by {numbers} numbers. Choose {longest} bits, or switch to another model first.</source>
        <translation>当前模型用 {numbers} 个数值描述每张照片，无法生成 {bits} 位的编码。请选择 {longest} 位，或先切换到其他模型。</translation>
    </message>
    <message>
        <source>Training needs at least {needed} photos, and there are {photos}. Choose or index more.</source>
        <translation>训练至少需要 {needed} 张照片，而这里只有 {photos} 张。请多选或索引更多照片。</translation>
    </message>
    <message>
        <source>Building a model needs at least {needed} photos, and {folder} has {photos} that can be read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better.</source>
        <translation>构建模型至少需要 {needed} 张照片，而 {folder} 中可读取的只有 {photos} 张（另有 {broken} 张无法读取）。请选择照片更多的文件夹；最好有 2,000 张各种题材的照片。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other programs or train without previews.</source>
        <translation>训练需要 {needed_mb} MB 内存，目前可用 {free_mb} MB。请关闭其他程序，或不训练预览。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free. Free some space or train without previews.</source>
        <translation>训练需要在 {library} 所在磁盘上占用 {needed_mb} MB，目前可用 {free_mb} MB。请腾出空间，或不训练预览。</translation>
    </message>
    <message>
        <source>The training component cannot be removed while a training or its installation runs. Wait for its end, or stop it, and try again.</source>
        <translation>训练或安装正在进行时，无法移除训练组件。请等待其结束或将其停止，然后重试。</translation>
    </message>
    <message>
        <source>The training component in {folder} cannot be deleted. Check that you may write there, and try again.</source>
        <translation>无法删除 {folder} 中的训练组件。请确认您可以写入该处，然后重试。</translation>
    </message>
    <message>
        <source>The training component was installed with pip, beside other packages. To remove its largest part, run: {command}</source>
        <translation>训练组件是用 pip 与其他软件包一起安装的。要删除其中最大的部分，请运行：{command}</translation>
    </message>
    <message>
        <source>Photos of the same folder found</source>
        <translation>找到的同文件夹照片</translation>
    </message>
    <message>
        <source>Unique codes</source>
        <translation>唯一编码</translation>
    </message>
    <message>
        <source>You preferred the current model here. We recommend keeping it.</source>
        <translation>您更喜欢当前模型的结果，建议保留。</translation>
    </message>
    <message>
        <source>There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them.</source>
        <translation>{path} 中没有分片。“lookalike cluster index MANIFEST --out {path}”可以创建分片。</translation>
    </message>
    <message>
        <source>The archive {path} was written by a newer version of Lookalike. Update the program.</source>
        <translation>归档 {path} 由更新版本的 Lookalike 写入。请更新程序。</translation>
    </message>
    <message>
        <source>The codes of the archive {path} are not collected, or it has new shards. 'lookalike cluster collect {path}' collects them.</source>
        <translation>归档 {path} 的编码尚未汇集，或者有新的分片。“lookalike cluster collect {path}”可以汇集它们。</translation>
    </message>
    <message>
        <source>{path} was made of another manifest or with another model. Choose a new folder for the archive, or the manifest and the model that it was made with.</source>
        <translation>{path} 是用另一个清单或另一个模型创建的。请为归档选择新的文件夹，或者选择创建它时所用的清单和模型。</translation>
    </message>
    <message>
        <source>The archive {path} was made with a model that is not here ({detail}). You can browse it. To search it, import this model into a library, and open the archive again.</source>
        <translation>归档 {path} 是用此处没有的模型（{detail}）创建的。您可以浏览它。要搜索它，请把该模型导入图库，然后重新打开归档。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Delete it, and index the manifest again: only what is missing is read.</source>
        <translation>{path} 已损坏（{detail}）。请删除它，然后重新为清单建立索引：只会读取缺少的部分。</translation>
    </message>
    <message>
        <source>The archive {path} was compacted after it was opened here. Open it again, or run the command again.</source>
        <translation>归档 {path} 在此处打开后已被压缩整理。请重新打开它，或再次运行该命令。</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({detail}). Check that its storage is connected and may be read, and try again.</source>
        <translation>现在无法读取 {path}（{detail}）。请检查其存储设备是否已连接且可读取，然后重试。</translation>
    </message>
    <message>
        <source>Archives need the package {package}. Run 'pip install "lookalike[cluster]"' to add it.</source>
        <translation>归档需要软件包 {package}。请运行“pip install "lookalike[cluster]"”来添加它。</translation>
    </message>
    <message>
        <source>You preferred the new model here, but it is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>您更喜欢新模型的结果，但它查找图库以外的照片明显变差。如果您只用此图库的照片搜索，可以使用它。</translation>
    </message>
    <message>
        <source>You preferred the new model here. We recommend using it.</source>
        <translation>您更喜欢新模型的结果，建议使用。</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get it again from its source.</source>
        <translation>{folder} 中模型的 memory.npy 不是描述符表（{detail}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{detail} is a link. Lookalike does not open links; save the picture first.</source>
        <translation>{detail} 是链接。Lookalike 不打开链接，请先保存图片。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large. Get it again from its source.</source>
        <translation>{folder} 中模型的 {detail} 过大。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged. Get it again from its source.</source>
        <translation>{folder} 中模型的 {detail} 被改动或已损坏。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{folders} cannot be read. Check its permissions.</source>
        <translation>无法读取 {folders}。请检查权限。</translation>
    </message>
    <message>
        <source>{folders} is disconnected; its photos stay searchable.</source>
        <translation>{folders} 已断开连接，其照片仍可搜索。</translation>
    </message>
    <message>
        <source>{folders} lies too deep to be read: its path is too long. Move it up.</source>
        <translation>{folders} 嵌套过深，路径太长而无法读取。请将其移到上层文件夹。</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}). Check its name and permissions.</source>
        <translation>无法读取 {folder}（{detail}）。请检查名称和权限。</translation>
    </message>
    <message>
        <source>{folder} contains files that do not belong to a model ({detail}). Export the model again from its source.</source>
        <translation>{folder} 中含有不属于模型的文件（{detail}）。请在来源处重新导出模型。</translation>
    </message>
    <message>
        <source>{folder} is not a model file or is damaged ({detail}). Export the model again from its source.</source>
        <translation>{folder} 不是模型文件或已损坏（{detail}）。请在来源处重新导出模型。</translation>
    </message>
    <message>
        <source>{path} and the library folder {other} overlap. Choose a separate folder.</source>
        <translation>{path} 与图库文件夹 {other} 重叠。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}). Check its permissions.</source>
        <translation>无法读取 {path}（{detail}）。请检查权限。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}). Choose another place or free some space.</source>
        <translation>无法写入 {path}（{detail}）。请选择其他位置或腾出空间。</translation>
    </message>
    <message>
        <source>{path} contains zeros instead of a photo. Copy it again from its source.</source>
        <translation>{path} 的内容全是零，不是照片。请从来源重新复制。</translation>
    </message>
    <message>
        <source>{path} crashes the picture decoder and is skipped. Save it again in another program.</source>
        <translation>{path} 会导致图片解码器崩溃，已跳过。请用其他程序重新保存。</translation>
    </message>
    <message>
        <source>{path} does not contain the photos of {root}: {found} of {looked_for} were found. Choose the folder that {root} was moved to. Nothing was changed.</source>
        <translation>{path} 中没有 {root} 的照片：{looked_for} 张中只找到 {found} 张。请选择 {root} 移动后的文件夹。未作任何更改。</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or deleted.</source>
        <translation>{path} 不存在，可能已被移动或删除。</translation>
    </message>
    <message>
        <source>{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG or TIFF.</source>
        <translation>{path} 的格式是 {detail}，Lookalike 无法读取。请另存为 JPEG、PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy.</source>
        <translation>{path} 有 {detail} 像素，超出可安全解码的范围。请另存一份较小的副本。</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview. Export it as JPEG or DNG.</source>
        <translation>{path} 是没有可读预览的 RAW 文件。请导出为 JPEG 或 DNG。</translation>
    </message>
    <message>
        <source>{path} is a device or another special file, not a picture.</source>
        <translation>{path} 是设备或其他特殊文件，不是图片。</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a picture in it.</source>
        <translation>{path} 是文件夹。请选择其中的一张图片。</translation>
    </message>
    <message>
        <source>{path} is a hidden file. Rename it to index it.</source>
        <translation>{path} 是隐藏文件。重命名后才能索引。</translation>
    </message>
    <message>
        <source>{path} is a web page, although it is named like a photo. Download the photo again.</source>
        <translation>{path} 的文件名像照片，内容却是网页。请重新下载该照片。</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded. Copy it again from its source.</source>
        <translation>{path} 已损坏，无法解码。请从来源重新复制。</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the photo again from its source.</source>
        <translation>{path} 是空文件。请从来源重新复制。</translation>
    </message>
    <message>
        <source>{path} is empty. Send a picture, as in 'lookalike search - &lt; beach.jpg'.</source>
        <translation>{path} 没有内容。请传入一张图片，例如“lookalike search - &lt; beach.jpg”。</translation>
    </message>
    <message>
        <source>{path} is incomplete. Copy it again from its source.</source>
        <translation>{path} 不完整。请从来源重新复制。</translation>
    </message>
    <message>
        <source>{path} is longer than {detail} MB. Save it to a file.</source>
        <translation>{path} 超过 {detail} MB。请把它保存为文件。</translation>
    </message>
    <message>
        <source>{path} is named like a photo but contains none. Copy the photo again from its source.</source>
        <translation>{path} 的文件名像照片，但内容不是照片。请从来源重新复制。</translation>
    </message>
    <message>
        <source>{path} is not a folder of the library. 'lookalike roots' lists its folders.</source>
        <translation>{path} 不是图库中的文件夹。“lookalike roots”可列出图库的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} 不是图片。</translation>
    </message>
    <message>
        <source>{path} is not a readable folder. Check its name and permissions.</source>
        <translation>{path} 不是可读取的文件夹。请检查名称和权限。</translation>
    </message>
    <message>
        <source>{path} is not among the failed photos, or its folder is disconnected or paused. 'lookalike failures' lists them.</source>
        <translation>{path} 不在失败的照片中，或其文件夹已断开或已暂停。“lookalike failures”可列出失败的照片。</translation>
    </message>
    <message>
        <source>{path} is not in the library. Index its folder first.</source>
        <translation>{path} 不在图库中。请先索引其文件夹。</translation>
    </message>
    <message>
        <source>{path} is not read any more.</source>
        <translation>{path} 已不再读取。</translation>
    </message>
    <message>
        <source>{path} is too large for a photo ({detail} GB).</source>
        <translation>{path} 过大（{detail} GB），不像是照片。</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} 太小（{detail} 像素），不是照片。</translation>
    </message>
    <message>
        <source>{path} needs too much memory and is skipped. Save a smaller copy.</source>
        <translation>{path} 需要的内存过多，已跳过。请保存一个较小的副本。</translation>
    </message>
    <message>
        <source>{path} takes too long to decode and is skipped. Save it again in another program.</source>
        <translation>{path} 解码时间过长，已跳过。请用其他程序重新保存。</translation>
    </message>
    <message>
        <source>{path} was skipped because of an unexpected error ({detail}). Please report it.</source>
        <translation>由于意外错误（{detail}），已跳过 {path}。请报告此问题。</translation>
    </message>
    <message>
        <source>{pattern} is not among the patterns. 'lookalike exclude list' lists them.</source>
        <translation>{pattern} 不在排除规则中。可用“lookalike exclude list”查看。</translation>
    </message>
    <message>
        <source>“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or Drafts/.</source>
        <translation>“{pattern}”不是有效的规则。请使用 .gitignore 的语法，例如 *.tmp 或 Drafts/。</translation>
    </message>
    <message>
        <source>The library {library} was damaged. It was opened from its backup of {time}; the damaged file is kept in {aside}. Photos that were indexed since come back when you index again.</source>
        <translation>图库 {library} 已损坏，现已从 {time} 的备份打开；损坏的文件保留在 {aside} 中。此后索引的照片会在您重新索引后恢复。</translation>
    </message>
    <message>
        <source>The library {library} has no backup that can be restored. 'lookalike library backup' makes one.</source>
        <translation>图库 {library} 没有可以恢复的备份。运行“lookalike library backup”可创建备份。</translation>
    </message>
    <message>
        <source>The library has no backup {name}. 'lookalike library backups' lists its backups.</source>
        <translation>图库没有备份 {name}。运行“lookalike library backups”可列出所有备份。</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others.</source>
        <translation>备份 {backup} 已损坏（{detail}）。运行“lookalike library backups”可列出其他备份。</translation>
    </message>
    <message>
        <source>{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed: put the file or folder itself there, or delete the link.</source>
        <translation>{path} 是一个链接，或不是 Lookalike 创建的文件。图库内的链接不会被打开：请把实际的文件或文件夹放到该位置，或删除该链接。</translation>
    </message>
    <message>
        <source>The model {detail} cannot compute a code of {path}. Switch to another model.</source>
        <translation>模型 {detail} 无法计算 {path} 的编码。请切换到其他模型。</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>A 到 Z</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Date taken</source>
        <translation>拍摄日期</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>First added first</source>
        <translation>最早添加的在前</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <translation>文件夹和名称</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>Recently added first</source>
        <translation>最近添加的在前</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z 到 A</translation>
    </message>
</context>
<context>
    <name>spare_menu</name>
    <message>
        <source>Discard all but the suggested</source>
        <translation>舍弃建议保留以外的照片</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Show the photos of each group as one, and delete none</source>
        <translation>将每组照片显示为一张，不删除任何照片</translation>
    </message>
</context>
<context>
    <name>stack_actions</name>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>None of these photos is in a stack.</source>
        <translation>这些照片都不在堆叠中。</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>展开或折叠堆叠</translation>
    </message>
    <message>
        <source>Close the stack</source>
        <translation>折叠堆叠</translation>
    </message>
    <message>
        <source>Show the photos of a stack, or only the one on top</source>
        <translation>显示堆叠中的全部照片，或仅显示最上面的一张</translation>
    </message>
    <message>
        <source>Put on top of the stack</source>
        <translation>移到堆叠顶部</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>从堆叠中移出</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>取消堆叠</translation>
    </message>
    <message>
        <source>These photos are a stack already.</source>
        <translation>这些照片已经是一个堆叠。</translation>
    </message>
    <message>
        <source>The photo is on top of its stack now.</source>
        <translation>这张照片现在位于堆叠顶部。</translation>
    </message>
    <message>
        <source>Unstacked {photos}.</source>
        <translation>已取消堆叠 {photos}。</translation>
    </message>
    <message>
        <source>Open the stack of {photos}</source>
        <translation>展开堆叠（{photos}）</translation>
    </message>
    <message>
        <source>Show the selected photos as one, with the current photo on top</source>
        <translation>将所选照片显示为一张，当前照片在最上面</translation>
    </message>
    <message>
        <source>Let the current photo stand for its stack</source>
        <translation>用当前照片代表其堆叠</translation>
    </message>
    <message>
        <source>Take the selected photos out of their stacks</source>
        <translation>将所选照片从各自的堆叠中移出</translation>
    </message>
    <message>
        <source>Show all photos of the stack on their own</source>
        <translation>单独显示堆叠中的每张照片</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>已堆叠 {photos}。</translation>
    </message>
    <message>
        <source>Stack {photos}</source>
        <translation>堆叠 {photos}</translation>
    </message>
</context>
<context>
    <name>stack_badge</name>
    <message>
        <source>A stack of {photos}, folded: what is done is done with the one on top</source>
        <translation>已折叠的堆叠（{photos}）：操作仅作用于最上面的照片</translation>
    </message>
    <message>
        <source>On top of a stack of {photos}</source>
        <translation>位于堆叠顶部（共 {photos}）</translation>
    </message>
    <message>
        <source>In a stack of {photos}</source>
        <translation>在堆叠中（共 {photos}）</translation>
    </message>
</context>
<context>
    <name>stack_flow</name>
    <message>
        <source>The stacks are as they were before.</source>
        <translation>堆叠已恢复原样。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>stacking</name>
    <message>
        <source>Stacked {count} groups.</source>
        <translation>已堆叠 {count} 组。</translation>
    </message>
    <message>
        <source>Stack 1 group</source>
        <translation>堆叠 1 组</translation>
    </message>
    <message>
        <source>These groups are stacks already.</source>
        <translation>这些组已经堆叠。</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>堆叠 {count} 组</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>已堆叠 {photos}。</translation>
    </message>
</context>
<context>
    <name>telling_apart</name>
    <message>
        <source>Files with the same content are always grouped.</source>
        <translation>内容相同的文件总是归为一组。</translation>
    </message>
    <message>
        <source>{photos} will not be grouped with the others of this group again.</source>
        <translation>{photos}不会再与本组其他照片归为一组。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Grouped again.</source>
        <translation>已重新归组。</translation>
    </message>
</context>
<context>
    <name>training_text</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation>（编码 {codes}，预览 {previews}）</translation>
    </message>
    <message>
        <source>Bit balance</source>
        <translation>比特均衡</translation>
    </message>
    <message>
        <source>Bit confidence</source>
        <translation>比特置信度</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>正在检查新模型</translation>
    </message>
    <message>
        <source>Code consistency</source>
        <translation>编码一致性</translation>
    </message>
    <message>
        <source>It needs about {size} of memory.</source>
        <translation>约需 {size} 内存。</translation>
    </message>
    <message>
        <source>{learns}, usually in less than a minute.</source>
        <translation>{learns}，通常不到一分钟。</translation>
    </message>
    <message>
        <source>Colour layout</source>
        <translation>色彩布局</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Realism</source>
        <translation>真实感</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留度</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似性</translation>
    </message>
    <message>
        <source>Training codes</source>
        <translation>正在训练编码</translation>
    </message>
    <message>
        <source>Training previews</source>
        <translation>正在训练预览</translation>
    </message>
    <message>
        <source>Trains on {chosen} on {device}</source>
        <translation>在{device}上用 {chosen}训练</translation>
    </message>
    <message>
        <source>Trains on {photos} of {chosen} on {device}</source>
        <translation>在{device}上用 {chosen}中的 {photos} 张训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Fine-tuning the network</source>
        <translation>微调网络</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>Apple 显卡</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>{learns}, for up to {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}，最多 {most}；不限时约需 {time}{parts}。</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}，约需 {time}{parts}。</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>it was changed since</source>
        <translation>文件之后被更改过</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>Query picture</source>
        <translation>搜索图片</translation>
    </message>
</context>
<context>
    <name>viewer_actions</name>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>第一张照片</translation>
    </message>
    <message>
        <source>Close, or pause the slideshow</source>
        <translation>关闭，或暂停幻灯片放映</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Previous photo, or pan when zoomed in</source>
        <translation>上一张照片；放大时平移</translation>
    </message>
    <message>
        <source>Next photo, or pan when zoomed in</source>
        <translation>下一张照片；放大时平移</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Enlarge small photos</source>
        <translation>放大小照片</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>Flicker: switch now</source>
        <translation>交替显示：立即切换</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>幻灯片放映</translation>
    </message>
    <message>
        <source>Slideshow over the whole screen</source>
        <translation>全屏放映幻灯片</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>最后一张照片</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Next photo, or pan down when zoomed in</source>
        <translation>下一张照片；放大时向下平移</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Previous photo, or pan up when zoomed in</source>
        <translation>上一张照片；放大时向上平移</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Copies of photos, side by side</source>
        <translation>并排显示照片的副本</translation>
    </message>
    <message>
        <source>Photos unlike any other in the library</source>
        <translation>与图库中其他照片都不相似的照片</translation>
    </message>
    <message>
        <source>Unusual photos</source>
        <translation>独特照片</translation>
    </message>
</context>
<context>
    <name>window_actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>关于 Lookalike</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Comparing duplicates</source>
        <translation>比较重复照片</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>用文字搜索</translation>
    </message>
    <message>
        <source>Type what the photos show</source>
        <translation>输入照片的内容</translation>
    </message>
    <message>
        <source>Fold stacks</source>
        <translation>折叠堆叠</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建图库…</translation>
    </message>
    <message>
        <source>Create another library in a window of its own</source>
        <translation>在单独的窗口中新建另一个图库</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>打开图库…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>在单独的窗口中打开另一个图库</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>打开归档…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Check folder for new photos…</source>
        <translation>检查文件夹中的新照片…</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>所有模型…</translation>
    </message>
    <message>
        <source>Show only the photo on top of each stack</source>
        <translation>每个堆叠仅显示最上面的照片</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>在单独的窗口中打开含数百万张照片的归档</translation>
    </message>
    <message>
        <source>Which photos of a folder or memory card are not in the library?</source>
        <translation>文件夹或存储卡中的哪些照片不在图库中？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>选择要显示和搜索的照片</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <source>Undo move, rename, trash or stack</source>
        <translation>撤销移动、重命名、移到回收站或堆叠</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>使用提示</translation>
    </message>
    <message>
        <source>Exclude files and folders from the library</source>
        <translation>从图库中排除文件和文件夹</translation>
    </message>
    <message>
        <source>Excluded files…</source>
        <translation>排除的文件…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>查找与某张图片相似的照片</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>查找与剪贴板图片相似的照片</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Model and retraining</source>
        <translation>模型与重新训练</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Query, distances, code lens and lists</source>
        <translation>搜索图片、距离、编码透视和列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Rescan folders</source>
        <translation>重新扫描文件夹</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>重新训练…</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>转到照片</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>从窗口的任意位置转到照片</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>监视文件夹中的新照片</translation>
    </message>
</context>
</TS>
