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
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>查找相似的照片。您的照片始终保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Libraries and their licenses</source>
        <translation>使用的库及其许可证</translation>
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
        <source>Drop, paste or open a picture to find photos like it</source>
        <translation>拖入、粘贴或打开一张图片，查找与它相似的照片</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{photos}中的 {shown} 张</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>The bits of the code</source>
        <translation>编码的各个位</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos everywhere.</source>
        <translation>两个模型找到的照片处处相同。</translation>
    </message>
    <message>
        <source>Enough: whose were they?</source>
        <translation>够了：它们是谁的？</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有区别</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>{number} of {count}: in which row are more photos like this one?</source>
        <translation>第 {number} 组，共 {count} 组：哪一行里与这张相像的照片更多？</translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
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
        <source>Do not close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>In the background it goes on without the window, and the next start tells what has come of it. Stopped, what was learned is kept, and it can go on next time.</source>
        <translation>在后台，它不需要窗口也会继续，下次启动时会告诉您结果。若停止，已学到的会保留，下次可以继续。</translation>
    </message>
    <message>
        <source>Stop until next time</source>
        <translation>停止，下次再继续</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit is flipped</source>
        <translation>已翻转 1 位</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>与 {name} 相比，{bits} 位中有 1 位不同。</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>点击某一位即可翻转。选择一张照片可比较其编码。</translation>
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
        <source>No bit is flipped</source>
        <translation>未翻转任何位</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>{count} bits are flipped</source>
        <translation>已翻转 {count} 位</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}: the stronger their colour, the more the query cares.</source>
        <translation>与 {name} 相比，{bits} 位中有 {count} 位不同：颜色越深，对这次搜索越重要。</translation>
    </message>
    <message>
        <source>{name} has this very code.</source>
        <translation>{name} 的编码与此完全相同。</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the way to {name}: {gone} of {count} bits</source>
        <translation>通往 {name} 的路径：第 {gone} 位，共 {count} 位</translation>
    </message>
    <message>
        <source>The way from the query's code to the photo's</source>
        <translation>从搜索图片的编码到所选照片编码的路径</translation>
    </message>
    <message>
        <source>{name}, the photo nearest to the way after {bits}</source>
        <translation>{name}：走过 {bits}后离路径最近的照片</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the two on this library…</source>
        <translation>正在此图库上比较两者…</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>Judge for yourself</source>
        <translation>请您自己判断</translation>
    </message>
    <message>
        <source>Keep it, but not now</source>
        <translation>保留，但暂不使用</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>What their codes keep</source>
        <translation>它们的编码保留了什么</translation>
    </message>
    <message>
        <source>“{new}” beside “{old}”</source>
        <translation>“{new}”与“{old}”对比</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Install the training component</source>
        <translation>安装训练组件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>This build of Lookalike cannot learn, and nothing can be added to it. Install Lookalike by pip (pip install "lookalike[train]") to retrain; it opens the same library, and the models that it makes can be used here.</source>
        <translation>此版本的 Lookalike 不能学习，也无法添加组件。要重新训练，请用 pip 安装 Lookalike（pip install "lookalike[train]"）；它会打开同一个图库，做出的模型可以在这里使用。</translation>
    </message>
    <message>
        <source>To learn, Lookalike needs a component that is not installed: PyTorch and what belongs to it, one to three gigabytes. It is fetched once; your photos are sent nowhere.</source>
        <translation>要学习，Lookalike 需要一个尚未安装的组件：PyTorch 及其附属部分，一到三 GB。只需下载一次；您的照片不会被发送到任何地方。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现了问题</translation>
    </message>
    <message>
        <source>The details are in {log}; nobody else has been told.</source>
        <translation>详细信息记录在 {log} 中，没有发送给任何人。</translation>
    </message>
    <message>
        <source>What you did last may not have been carried out. You can go on; if it happens again, quit and start Lookalike anew.</source>
        <translation>您刚才的操作可能没有完成。您可以继续使用；如果再次发生，请退出并重新启动 Lookalike。</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike ended unexpectedly the last time. What is known of it is in {log}.</source>
        <translation>Lookalike 上次意外退出。相关信息记录在 {log} 中。</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}); the log has the details.</source>
        <translation>又出现了问题（{error}）；详细信息见日志。</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>1 个文件未能索引</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Every photo that was read is indexed.</source>
        <translation>读取过的照片均已索引。</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>未能索引的文件</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Try these {count} again</source>
        <translation>重试这 {count} 个文件</translation>
    </message>
    <message>
        <source>Try this one again</source>
        <translation>重试此文件</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>{count} 个文件未能索引</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>所有照片的距离</translation>
    </message>
    <message>
        <source>How many photos lie at each distance. Drag the handles to show only some; the arrow keys move the right one, with Shift the left one.</source>
        <translation>每个距离上有多少张照片。拖动滑块可只显示其中一部分；方向键移动右侧滑块，按住 Shift 移动左侧滑块。</translation>
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
        <source>Hide photos from its own folder</source>
        <translation>隐藏同一文件夹中的照片</translation>
    </message>
    <message>
        <source>Hide the photos that lie in the folder of what is looked for</source>
        <translation>隐藏与搜索图片位于同一文件夹的照片</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>已隐藏近似重复：{count}</translation>
    </message>
    <message>
        <source>Of several results that are the same photo, show only the nearest</source>
        <translation>若多个结果是同一张照片，只显示最接近的一个</translation>
    </message>
    <message>
        <source>Related up to {bits}</source>
        <translation>相关范围：{bits}以内</translation>
    </message>
    <message>
        <source>Up to {bits}</source>
        <translation>最多 {bits}</translation>
    </message>
    <message>
        <source>{least} to {bits}</source>
        <translation>{least} 至 {bits}</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>松开即可将此文件夹添加到图库</translation>
    </message>
    <message>
        <source>Drop to find photos that look like this</source>
        <translation>松开即可查找与此相似的照片</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove the example</source>
        <translation>与 {name} 相似：点击移除此示例</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove the counter-example</source>
        <translation>与 {name} 不相似：点击移除此反例</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>与 {name} 不相似</translation>
    </message>
    <message>
        <source>picture without a file</source>
        <translation>没有文件的图片</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>更多示例</translation>
    </message>
    <message>
        <source>Remove one more example</source>
        <translation>移除另外 1 个示例</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>移除另外 {count} 个示例之一</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>联系表 (PNG)…</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>导出 {photos}</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>With codes</source>
        <translation>包含编码</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
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
        <source>No program opens {path}; choose one for this kind of file first.</source>
        <translation>没有可以打开 {path} 的程序；请先为此类文件选择一个程序。</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>无法用该程序打开 {path}。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Size of the photos</source>
        <translation>照片显示大小</translation>
    </message>
    <message>
        <source>Size of the photos ({larger} and {smaller})</source>
        <translation>照片显示大小（{larger} 和 {smaller}）</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>不限大小</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder's disk</source>
        <translation>所在磁盘</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>最晚</translation>
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
    <name>LensDrawings</name>
    <message>
        <source>Shared</source>
        <translation>共有部分</translation>
    </message>
    <message>
        <source>The model in use cannot draw what a code has kept of a picture.</source>
        <translation>当前使用的模型无法画出编码所保留的画面。</translation>
    </message>
    <message>
        <source>The photo's</source>
        <translation>所选照片</translation>
    </message>
    <message>
        <source>This code</source>
        <translation>此编码</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Where does “{folder}” lie now?</source>
        <translation>“{folder}”现在在哪里？</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed; the library's codes are being brought up to date.</source>
        <translation>模型已更换，正在更新图库的编码。</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>How learning goes</source>
        <translation>学习进展</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Code {code}</source>
        <translation>编码 {code}</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制编码</translation>
    </message>
    <message>
        <source>Select a photo to see what is known of it.</source>
        <translation>选择一张照片以查看其信息。</translation>
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
        <translation>模型列表</translation>
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
        <source>Import a model…</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>The library is searched with one of these. Another can be used without opening a photo.</source>
        <translation>图库用其中一个模型搜索。换用另一个无需打开任何照片。</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>The model is written to {path}.</source>
        <translation>模型已写入 {path}。</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Nothing has changed: the library is searched with “{model}”.</source>
        <translation>没有任何改变：图库仍用“{model}”搜索。</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>重新训练…</translation>
    </message>
    <message>
        <source>Searching with “{model}” now.</source>
        <translation>现在用“{model}”搜索。</translation>
    </message>
    <message>
        <source>The change to {model} was interrupted; the model before is in use.</source>
        <translation>更换为 {model} 的过程被中断；仍在使用之前的模型。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{photos} came that the model has not learned. Retrained on this library, it may find more of what belongs together.</source>
        <translation>有 {photos}是模型没有学过的。在此图库上重新训练后，它可能会找到更多相关的照片。</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>对 {model} 的操作</translation>
    </message>
    <message>
        <source>Compare with the one in use</source>
        <translation>与使用中的模型比较</translation>
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
        <source>It cannot be brought back.</source>
        <translation>删除后无法恢复。</translation>
    </message>
    <message>
        <source>It will be used when the library's other work is done.</source>
        <translation>等图库的其他工作完成后就会使用它。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
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
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
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
        <source>Export {model}</source>
        <translation>导出 {model}</translation>
    </message>
    <message>
        <source>The file is checked before anything of it is taken in…</source>
        <translation>在导入任何内容之前先检查文件…</translation>
    </message>
    <message>
        <source>The library has this model already; nothing has changed.</source>
        <translation>图库已有此模型；没有任何改变。</translation>
    </message>
    <message>
        <source>The model is being written to its file…</source>
        <translation>正在将模型写入文件…</translation>
    </message>
    <message>
        <source>The model is there, and can be compared or used.</source>
        <translation>模型已导入，可以比较或使用。</translation>
    </message>
    <message>
        <source>The model is there. It looks at photos in a way of its own: when it is used, every photo is read again.</source>
        <translation>模型已导入。它以自己的方式看照片：使用它时，每张照片都要重新读取。</translation>
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
        <source>Looking for unusual photos: {done} of {total} so far…</source>
        <translation>正在查找独特照片：已检查 {done} / {total}…</translation>
    </message>
    <message>
        <source>Looking for unusual photos…</source>
        <translation>正在查找独特照片…</translation>
    </message>
    <message>
        <source>No photo stands apart</source>
        <translation>没有特别独特的照片</translation>
    </message>
    <message>
        <source>The most unusual of {total}: hardly another photo is like it.</source>
        <translation>{total}中最独特的一张：几乎没有其他照片与它相似。</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, the strangest first: hardly another photo is like them.</source>
        <translation>{total}中最独特的 {count} 张，最特别的在前：几乎没有其他照片与它们相似。</translation>
    </message>
    <message>
        <source>There are too few photos to tell which of them are unusual.</source>
        <translation>照片太少，无法判断哪些是独特的。</translation>
    </message>
    <message>
        <source>Unusual photos, the rarest first</source>
        <translation>独特照片，最少见的在前</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>导出 {photos}</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
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
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
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
        <translation>第 {place} 张照片，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>A photo over the whole window</source>
        <translation>全窗口查看照片</translation>
    </message>
    <message>
        <source>What is known of the photo</source>
        <translation>照片信息</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>Of {count} pictures, the first {most} are searched for.</source>
        <translation>共 {count} 张图片，只搜索前 {most} 张。</translation>
    </message>
    <message>
        <source>That is a link without a picture, and Lookalike never goes to the network; save the picture, or copy the picture itself and paste it here.</source>
        <translation>这是一个不含图片的链接，而 Lookalike 从不访问网络；请保存图片，或复制图片本身后粘贴到这里。</translation>
    </message>
    <message>
        <source>There is no picture in this; copy or drop a picture.</source>
        <translation>其中没有图片；请复制或拖入一张图片。</translation>
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
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>no previews</source>
        <translation>无预览</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>A search has {count} examples at most.</source>
        <translation>一次搜索最多有 {count} 个示例。</translation>
    </message>
    <message>
        <source>Look for something first; then “less like this” takes away from it.</source>
        <translation>请先进行搜索，然后才能用“减少此类照片”排除结果。</translation>
    </message>
    <message>
        <source>One picture at least must be looked for.</source>
        <translation>至少要保留一张搜索图片。</translation>
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
        <source>Look for the whole picture</source>
        <translation>搜索整张图片</translation>
    </message>
    <message>
        <source>Look for the whole picture again</source>
        <translation>恢复搜索整张图片</translation>
    </message>
    <message>
        <source>Looking for</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Picture without a file</source>
        <translation>没有文件的图片</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>所选照片</translation>
    </message>
    <message>
        <source>The picture that is searched for</source>
        <translation>搜索图片</translation>
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
        <source>Draw a rectangle on the picture to look for this part only</source>
        <translation>在图片上拖出一个矩形，只搜索这一部分</translation>
    </message>
    <message>
        <source>Enter begins to draw a part and ends it; the arrow keys move it, with Shift they change its size; Escape leaves it.</source>
        <translation>按回车键开始框选一部分，再按一次结束；方向键移动它，按住 Shift 则更改大小；按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Below this, probably unrelated</source>
        <translation>以下照片可能不相关</translation>
    </message>
    <message>
        <source>Photos, nearest first</source>
        <translation>照片，最接近的在前</translation>
    </message>
    <message>
        <source>Probably nothing here is related; these are the nearest</source>
        <translation>这里可能没有相关照片；以下是最接近的</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>A model of your own learns which of your photos belong together, and finds more of them. Nothing changes until you have seen how it compares; the present model stays, and can be taken back at any time. All photos stay on this machine.</source>
        <translation>您自己的模型会学习哪些照片彼此相关，并找到更多。在您看过比较之前，什么都不会改变；现在的模型会保留，随时可以换回。所有照片都留在这台电脑上。</translation>
    </message>
    <message>
        <source>As long as it needs</source>
        <translation>需要多久就多久</translation>
    </message>
    <message>
        <source>At most {time}</source>
        <translation>最多 {time}</translation>
    </message>
    <message>
        <source>Codes only</source>
        <translation>仅编码</translation>
    </message>
    <message>
        <source>Length of codes</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Longer codes tell more photos apart; shorter ones are searched faster.</source>
        <translation>较长的编码能区分更多照片；较短的搜索更快。</translation>
    </message>
    <message>
        <source>Measuring how long that takes on this machine…</source>
        <translation>正在测量在这台电脑上需要多久…</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. Searching does not need them, and they take longer to learn.</source>
        <translation>预览显示编码保留了照片的什么。搜索不需要预览，而学习预览要更久。</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What is learned</source>
        <translation>学什么</translation>
    </message>
    <message>
        <source>With previews</source>
        <translation>含预览</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Forget it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>In pairs: a photo, and beside it what its code tells of it by now</source>
        <translation>成对显示：照片，以及它的编码目前所能表达的</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>后台：{work}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>已暂停 · {work}</translation>
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
        <source>Stopped at: {work}. It can go on from there.</source>
        <translation>停在：{work}。可以从那里继续。</translation>
    </message>
    <message>
        <source>Stopping, and keeping what was learned…</source>
        <translation>正在停止，并保留已学到的…</translation>
    </message>
    <message>
        <source>Waits until the library's other work is done</source>
        <translation>等待图库的其他工作完成</translation>
    </message>
    <message>
        <source>What was learned is kept when you stop; it can go on later.</source>
        <translation>停止时，已学到的会保留；以后可以继续。</translation>
    </message>
    <message>
        <source>bits are used to {share} %</source>
        <translation>位的利用率 {share} %</translation>
    </message>
    <message>
        <source>error on photos kept aside: {loss}</source>
        <translation>留出照片上的误差：{loss}</translation>
    </message>
    <message>
        <source>{share} % of the codes are unique</source>
        <translation>{share} % 的编码是唯一的</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model has learned {photos} and is ready to be compared.</source>
        <translation>新模型已学习 {photos}，可以比较了。</translation>
    </message>
    <message>
        <source>A retraining goes on in the background.</source>
        <translation>重新训练正在后台进行。</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}; what it had learned is kept.</source>
        <translation>重新训练在 {time}后被中断；已学到的已保留。</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it had learned anything.</source>
        <translation>重新训练在学到东西之前就被中断了。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>Actions for {folder}</source>
        <translation>{folder} 的操作</translation>
    </message>
    <message>
        <source>Folder was moved…</source>
        <translation>文件夹已移动…</translation>
    </message>
    <message>
        <source>Look for new and changed photos</source>
        <translation>查找新增和更改的照片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Photos that failed ({count})</source>
        <translation>索引失败的照片（{count}）</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>从图库中移除…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
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
        <source>Deleted the search {name}.</source>
        <translation>已删除搜索“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A picture without a file cannot be kept; save it as a file, and look for that.</source>
        <translation>没有文件的图片无法保存到搜索中；请先将它存为文件，再搜索该文件。</translation>
    </message>
    <message>
        <source>Look for something first; then it can be saved.</source>
        <translation>请先进行搜索，然后才能保存。</translation>
    </message>
    <message>
        <source>Saved in the sidebar: {name}</source>
        <translation>已保存到侧边栏：{name}</translation>
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
        <source>Learn from</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>The folder {folder}</source>
        <translation>文件夹 {folder}</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>The selection: {photos}</source>
        <translation>所选：{photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个图库</translation>
    </message>
    <message>
        <source>What passes the filter now</source>
        <translation>当前通过筛选的照片</translation>
    </message>
    <message>
        <source>What was taken between two months</source>
        <translation>两个月份之间拍摄的照片</translation>
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
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即发现</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched: {rescan} finds what is new.</source>
        <translation>不监视网络驱动器上的文件夹：{rescan} 可发现其中的新照片。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
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
        <source>Memory for thumbnails</source>
        <translation>缩略图内存</translation>
    </message>
    <message>
        <source>Notice new photos</source>
        <translation>发现新照片</translation>
    </message>
    <message>
        <source>Only by a rescan</source>
        <translation>仅重新扫描时</translation>
    </message>
    <message>
        <source>Photos that were in sight lately show at once when you scroll back: about {count} of them at their present size. Never more memory than this is kept for it.</source>
        <translation>滚动回看时，最近显示过的照片会立即出现：按当前大小约 {count} 张。占用的内存不会超过此值。</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>While indexing, use</source>
        <translation>建立索引时使用</translation>
    </message>
    <message>
        <source>a rescan</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} on the disk</source>
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
        <source>How the library is kept up to date</source>
        <translation>图库的更新方式</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
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
    <name>WorkProgress</name>
    <message>
        <source>Noting what was moved…</source>
        <translation>正在记录已移动的照片…</translation>
    </message>
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
        <source>{count} could not be indexed</source>
        <translation>{count} 个文件未能索引</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>{folders}: cannot be read; check its permissions.</source>
        <translation>{folders}：无法读取；请检查其权限。</translation>
    </message>
    <message>
        <source>{folders}: offline, and its photos are kept; connect it and rescan.</source>
        <translation>{folders}：离线，其照片仍保留；请连接后重新扫描。</translation>
    </message>
    <message>
        <source>{folders}: paused, and was left alone; resume it in the list on the left.</source>
        <translation>{folders}：已暂停，未作扫描；请在左侧列表中继续。</translation>
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
    <name>_RemovalQuestion</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The codes of {photos} will be forgotten. The files stay where they are.</source>
        <translation>将删除 {photos}的编码。文件仍保留在原处。</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>第 {number} 位是 {value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>编码透视：翻转该位</translation>
    </message>
    <message>
        <source>differs, and costs {cost} % of the likeness</source>
        <translation>此位不同，相似度因此减少 {cost}%</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>由您翻转</translation>
    </message>
    <message>
        <source>the query is surer of it than of {share} % of its bits</source>
        <translation>搜索图片对这一位的把握高于其 {share}% 的位</translation>
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
        <source>Date unknown</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>{name} · offline</source>
        <translation>{name} · 离线</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>Date unknown</source>
        <translation>日期未知</translation>
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
    <name>code_words</name>
    <message>
        <source>A code partly reveals its picture: share it as carefully as the picture.</source>
        <translation>编码会部分透露图片内容：请像对待图片一样谨慎分享。</translation>
    </message>
</context>
<context>
    <name>comparison_words</name>
    <message>
        <source>Finding out what belongs together</source>
        <translation>正在弄清哪些照片彼此相关</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>有多少照片的编码是其他照片没有的。</translation>
    </message>
    <message>
        <source>How well photos are found that are not of this library.</source>
        <translation>不属于此图库的照片能找得多好。</translation>
    </message>
    <message>
        <source>In %, with ± for what chance does to a figure. Measured on {photos}; the new model has not learned {held_out} of the {asked} that were looked for.</source>
        <translation>单位为 %，± 表示偶然性对数字的影响。在 {photos}上测量；所查找的 {asked} 张中有 {held_out} 张是新模型没有学过的。</translation>
    </message>
    <message>
        <source>In %, with ± for what chance does to a figure. Measured on {photos}; the new model may have learned all of them.</source>
        <translation>单位为 %，± 表示偶然性对数字的影响。在 {photos}上测量；新模型可能学过其中的全部。</translation>
    </message>
    <message>
        <source>Looking for edited copies</source>
        <translation>正在查找编辑副本</translation>
    </message>
    <message>
        <source>Looking for neighbours</source>
        <translation>正在查找近邻</translation>
    </message>
    <message>
        <source>Looking for photos on which the two disagree</source>
        <translation>正在查找两者意见不同的照片</translation>
    </message>
    <message>
        <source>Making the new codes</source>
        <translation>正在生成新编码</translation>
    </message>
    <message>
        <source>Of cropped, mirrored, darker and compressed copies, how many find their photo.</source>
        <translation>裁剪、镜像、变暗和压缩的副本，有多少能找到原照片。</translation>
    </message>
    <message>
        <source>Of the photos that belong together in this library, how many are found.</source>
        <translation>此图库中彼此相关的照片，能找到多少。</translation>
    </message>
    <message>
        <source>Of the photos that look the same at first sight, how many are still found.</source>
        <translation>乍看相同的照片，还能找到多少。</translation>
    </message>
    <message>
        <source>That may be chance, so the figures decide.</source>
        <translation>这可能是偶然，因此以数字为准。</translation>
    </message>
    <message>
        <source>You liked the photos of the new model more {new} times, those of the model in use {old} times, and saw no difference {neither} times.</source>
        <translation>您有 {new} 次更喜欢新模型找到的照片，{old} 次更喜欢使用中的模型，{neither} 次看不出区别。</translation>
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
        <source>{count} photos at a time; other programs go first.</source>
        <translation>同时处理 {count} 张照片；其他程序优先。</translation>
    </message>
    <message>
        <source>One photo at a time, and only while nothing else needs the machine.</source>
        <translation>一次处理一张照片，且只在其他程序不需要时运行。</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>一次处理一张照片。</translation>
    </message>
    <message>
        <source>All of the machine</source>
        <translation>全部性能</translation>
    </message>
    <message>
        <source>Half of it</source>
        <translation>一半性能</translation>
    </message>
    <message>
        <source>Gently</source>
        <translation>低占用</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>Open a picture to find photos like it</source>
        <translation>打开一张图片，查找与它相似的照片</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the farthest</source>
        <translation>距离：隐藏最远的</translation>
    </message>
    <message>
        <source>Distances: hide the nearest</source>
        <translation>距离：隐藏最近的</translation>
    </message>
    <message>
        <source>Distances: show more of the farthest</source>
        <translation>距离：显示更远的</translation>
    </message>
    <message>
        <source>Distances: show more of the nearest</source>
        <translation>距离：显示更近的</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Find photos that look alike</source>
        <translation>查找相似的照片</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <translation>查找新照片</translation>
    </message>
    <message>
        <source>Lookalike reads your photos where they are. Nothing leaves this machine.</source>
        <translation>Lookalike 直接读取您原处的照片。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>No photo passes these filters</source>
        <translation>没有符合这些筛选条件的照片</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>No result is left to show</source>
        <translation>没有可显示的结果</translation>
    </message>
    <message>
        <source>Photos appear here as soon as they are indexed.</source>
        <translation>照片一经索引便会显示在这里。</translation>
    </message>
    <message>
        <source>Photos are hidden by what is chosen under Distances.</source>
        <translation>照片被“距离”中的选择隐藏了。</translation>
    </message>
    <message>
        <source>Remove one of them above the photos, or all of them at once.</source>
        <translation>在照片上方移除其中一个条件，或一次移除全部条件。</translation>
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
        <source>Try with sample pictures</source>
        <translation>用示例图片试试</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>{start} 起</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Not offline</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>大于 {size}</translation>
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
        <source>Until {end}</source>
        <translation>截至 {end}</translation>
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
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} 至 {end}</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>At most {count} photos can be taken at once; select fewer.</source>
        <translation>一次最多可处理 {count} 张照片；请少选一些。</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing {done} of {total}</source>
        <translation>正在绘制 {done} / {total}</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>一切都是最新的</translation>
    </message>
    <message>
        <source>Forgetting {done} of {total}</source>
        <translation>正在删除记录 {done} / {total}</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>已为 {photos}建立索引，用时 {time}</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>正在索引 {done} / {total}</translation>
    </message>
    <message>
        <source>Looking for photos · {files}</source>
        <translation>正在查找照片 · {files}</translation>
    </message>
    <message>
        <source>Updating the codes of {done} of {total}</source>
        <translation>正在更新编码 {done} / {total}</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent} %</translation>
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
        <source>{name}, not like {count}</source>
        <translation>{name}，排除 {count} 个反例</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>1 of {bits} bits differs</source>
        <translation>{bits} 位中有 1 位不同</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>Probably unrelated</source>
        <translation>可能不相关</translation>
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
    <message>
        <source>{count} of {bits} bits differ</source>
        <translation>{bits} 位中有 {count} 位不同</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{path} cannot be shown, because no file manager answers.</source>
        <translation>无法显示 {path}，因为没有文件管理器响应。</translation>
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
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{length} mm (like {like} mm)</source>
        <translation>{length} mm（等效 {like} mm）</translation>
    </message>
</context>
<context>
    <name>model_words</name>
    <message>
        <source>Own model of {day}</source>
        <translation>{day} 的自有模型</translation>
    </message>
    <message>
        <source>The model that came with Lookalike</source>
        <translation>Lookalike 自带的模型</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>{day} 添加</translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation>来自别处</translation>
    </message>
    <message>
        <source>learned {photos} of this library</source>
        <translation>学习了此图库的 {photos}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>始于 {day}</translation>
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
    <name>numbers</name>
    <message>
        <source>1 bit</source>
        <translation>1 位</translation>
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
        <source>less than 1 s</source>
        <translation>1 秒以内</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} 位</translation>
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
        <source>its {neighbours}th nearest photo differs in {count} of {bits} bits</source>
        <translation>与第 {neighbours} 近的照片相比，{bits} 位中有 {count} 位不同</translation>
    </message>
    <message>
        <source>{bits} apart</source>
        <translation>相差 {bits}</translation>
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
        <source>Moving to the trash: {done} of {total}</source>
        <translation>正在移到回收站：{done} / {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>正在移动：{done} / {total}</translation>
    </message>
    <message>
        <source>Putting back: {done} of {total}</source>
        <translation>正在放回：{done} / {total}</translation>
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
        <source>{path} could not be moved ({reason}); it stays where it is.</source>
        <translation>无法移动 {path}（{reason}）；该文件仍在原处。</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}); it was not deleted.</source>
        <translation>无法将 {path} 移到回收站（{reason}）；该文件没有被删除。</translation>
    </message>
    <message>
        <source>{path} could not be put back ({reason}); it stays there.</source>
        <translation>无法放回 {path}（{reason}）；该文件仍在那里。</translation>
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
        <source>{photos} put back.</source>
        <translation>已将 {photos}放回原处。</translation>
    </message>
    <message>
        <source>{sentence} The same goes for {photos} more.</source>
        <translation>{sentence} 另有 {photos}也是如此。</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>复制到文件夹…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>减少此类照片</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>增加此类照片</translation>
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
        <source>Open in another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>打开方式…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · offline</source>
        <translation>{likeness} · 离线</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: draw a part with the arrow keys, and look for it</source>
        <translation>搜索图片：用方向键框选一部分并搜索</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 related photo</source>
        <translation>1 张相关照片</translation>
    </message>
    <message>
        <source>No photo is left by what is chosen under Distances.</source>
        <translation>按“距离”中的选择，没有剩下任何照片。</translation>
    </message>
    <message>
        <source>No photo passes the filters.</source>
        <translation>没有符合筛选条件的照片。</translation>
    </message>
    <message>
        <source>Nothing related</source>
        <translation>没有相关照片</translation>
    </message>
    <message>
        <source>Of those that are left by what is chosen under Distances.</source>
        <translation>仅限“距离”中所选范围内的照片。</translation>
    </message>
    <message>
        <source>Of {photos} that pass the filters, none stands out.</source>
        <translation>在符合筛选条件的 {photos}中，没有明显相似的照片。</translation>
    </message>
    <message>
        <source>Of {photos} that pass the filters. The rest does not stand out.</source>
        <translation>共搜索符合筛选条件的 {photos}。其余照片没有明显相似之处。</translation>
    </message>
    <message>
        <source>Of {photos}, none stands out as being like this picture.</source>
        <translation>在 {photos}中，没有一张与此图片明显相似。</translation>
    </message>
    <message>
        <source>Of {photos}. The rest does not stand out as being like this picture.</source>
        <translation>共搜索 {photos}。其余照片与此图片没有明显相似之处。</translation>
    </message>
    <message>
        <source>That is every photo of the library.</source>
        <translation>这是图库中的全部照片。</translation>
    </message>
    <message>
        <source>That is every photo that passes the filters.</source>
        <translation>这是符合筛选条件的全部照片。</translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <translation>图库中还没有照片。</translation>
    </message>
    <message>
        <source>{count} or more related photos</source>
        <translation>至少 {count} 张相关照片</translation>
    </message>
    <message>
        <source>{count} related photos</source>
        <translation>{count} 张相关照片</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>正在索引 · {percent}%</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>正在查找照片…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline: its photos are kept; connect it and rescan.</source>
        <translation>离线：其照片仍保留；请连接后重新扫描。</translation>
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
        <source>Paused: it is not looked at until you resume it.</source>
        <translation>已暂停：在您继续之前不会扫描。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
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
        <source>Kept searches: search again</source>
        <translation>保留的搜索：再次搜索</translation>
    </message>
    <message>
        <source>Saved searches: rename</source>
        <translation>已保存的搜索：重命名</translation>
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
        <source>Photos like the picture</source>
        <translation>与此图片相似的照片</translation>
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
        <source>Photos like {name}</source>
        <translation>与 {name} 相似的照片</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>此照片</translation>
    </message>
    <message>
        <source>{sentence} The other pictures are searched for.</source>
        <translation>{sentence} 将搜索其余图片。</translation>
    </message>
    <message>
        <source>{title}, not like {count}</source>
        <translation>{title}，排除 {count} 个反例</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A model learns from {needed} photos or more, and here are {photos}; choose more of them, or index more first.</source>
        <translation>模型至少需要 {needed} 张照片来学习，而这里有 {photos} 张；请多选一些，或先索引更多照片。</translation>
    </message>
    <message>
        <source>A network in {folder} gives answers that no model gives ({detail}); get it again from where it came.</source>
        <translation>{folder} 中的网络给出了任何模型都不会给出的结果（{detail}）；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>A network in {folder} is not made as Lookalike makes them ({detail}) and was not run; use models that Lookalike exported only.</source>
        <translation>{folder} 中的网络不是 Lookalike 所制作的形式（{detail}），因此没有运行；请只使用由 Lookalike 导出的模型。</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is running already; wait for it, or stop it first.</source>
        <translation>图库 {library} 已在重新训练；请等待其完成，或先停止它。</translation>
    </message>
    <message>
        <source>All in all, the new model is worse: keep the one that is in use.</source>
        <translation>总的来说，新模型更差：请保留使用中的模型。</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}; wait until that is done.</source>
        <translation>正在向图库 {library} 导入另一个模型；请等待其完成。</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}; wait until it has finished.</source>
        <translation>另一个进程正在更改图库 {library}；请等待其完成。</translation>
    </message>
    <message>
        <source>By your votes, the model that is in use is better here: keep it.</source>
        <translation>根据您的投票，使用中的模型在这里更好：请保留它。</translation>
    </message>
    <message>
        <source>By your votes, the new model is better here, but it finds photos from elsewhere clearly worse: use it if you search with photos of this library.</source>
        <translation>根据您的投票，新模型在这里更好，但查找外来照片的效果明显变差：如果您用此图库的照片搜索，请使用它。</translation>
    </message>
    <message>
        <source>By your votes, the new model is better here: use it.</source>
        <translation>根据您的投票，新模型在这里更好：请使用它。</translation>
    </message>
    <message>
        <source>Codes of their own</source>
        <translation>独有的编码</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>编辑过的副本与以前一样能找到。</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>找到的编辑副本</translation>
    </message>
    <message>
        <source>Lookalikes kept</source>
        <translation>保留的相似照片</translation>
    </message>
    <message>
        <source>New photos are not noticed by themselves ({detail}); a rescan (F5) finds them.</source>
        <translation>无法自动发现新照片（{detail}）；重新扫描 (F5) 可找到它们。</translation>
    </message>
    <message>
        <source>Of the edited copies that were found, it loses {share} %, which is too much.</source>
        <translation>在以前能找到的编辑副本中，它少找到 {share} %，损失过大。</translation>
    </message>
    <message>
        <source>Of the edited copies that were found, it loses {share} %.</source>
        <translation>在以前能找到的编辑副本中，它少找到 {share} %。</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>外来照片</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>外来照片与以前一样能找到。</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found {share} % worse, which is much.</source>
        <translation>查找外来照片的效果变差 {share} %，损失较大。</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found {share} % worse.</source>
        <translation>查找外来照片的效果变差 {share} %。</translation>
    </message>
    <message>
        <source>Relatives found</source>
        <translation>找到的相关照片</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}); get it again from where it came.</source>
        <translation>{folder} 中的模型说明无效（{detail}）；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>The library has no model {model_id}; 'lookalike model list' names those that it has.</source>
        <translation>图库中没有模型 {model_id}；“lookalike model list”会列出现有的模型。</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}); check the free space and the permissions of its folder.</source>
        <translation>无法写入图库 {library}（{detail}）；请检查可用空间及其文件夹的权限。</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running; index the library once to bring its codes up to date.</source>
        <translation>图库 {library} 的编码来自模型 {library_model}，但当前运行的是 {running_model}；请对图库建立一次索引以更新编码。</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}); move its folder away and index again: your photos are not touched.</source>
        <translation>图库 {library} 已损坏（{detail}）；请移走其文件夹并重新建立索引：您的照片不受影响。</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike; update the program.</source>
        <translation>图库 {library} 由更新版本的 Lookalike 写入；请更新程序。</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}; get it again from where it came.</source>
        <translation>{folder} 中的模型缺少 {detail}；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike; update the program.</source>
        <translation>{folder} 中的模型需要更新版本的 Lookalike；请更新程序。</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or came with the program, and stays; use another one first.</source>
        <translation>模型 {model_id} 正在使用或随程序附带，因此保留；请先改用另一个模型。</translation>
    </message>
    <message>
        <source>The model {model_id} looks at photos in another way than {in_use}, which is in use, so the two cannot be compared without reading every photo again; 'lookalike model use' does that, and takes it back.</source>
        <translation>模型 {model_id} 看待照片的方式与正在使用的 {in_use} 不同，不重新读取每张照片就无法比较两者；可以用 “lookalike model use” 改用它，也能再换回来。</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}); get it again from where it came.</source>
        <translation>{folder} 中的网络无法运行（{detail}）；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>The network in {folder} does not fit its description; get it again from where it came.</source>
        <translation>{folder} 中的网络与其说明不符；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>The new model does not clearly find more of what belongs together in this library: keep the one that is in use.</source>
        <translation>新模型在此图库中并没有明显找到更多相关照片：请保留使用中的模型。</translation>
    </message>
    <message>
        <source>The new model finds more of what belongs together in this library, but photos from elsewhere clearly worse: use it if you search with photos of this library.</source>
        <translation>新模型在此图库中能找到更多相关照片，但查找外来照片的效果明显变差：如果您用此图库的照片搜索，请使用它。</translation>
    </message>
    <message>
        <source>The new model finds more of what belongs together in this library: use it.</source>
        <translation>新模型在此图库中能找到更多相关照片：请使用它。</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped from another place; what was learned is kept, and asked for the same again, it goes on from there.</source>
        <translation>图库 {library} 的重新训练已在别处被停止；所学内容会保留，再次以同样要求启动时将从那里继续。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}); correct or delete the file.</source>
        <translation>无法使用 {path} 中的设置（{detail}）；请更正或删除该文件。</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}); check the network and the free space, and try again.</source>
        <translation>训练组件无法安装（{detail}）；请检查网络和可用空间，然后重试。</translation>
    </message>
    <message>
        <source>The training ended without a model: {detail}</source>
        <translation>训练结束，但没有得到模型：{detail}</translation>
    </message>
    <message>
        <source>The work ended unexpectedly (exit code {exit_code}); nothing is lost: start it again.</source>
        <translation>任务意外结束（退出代码 {exit_code}）；没有任何损失：请重新开始。</translation>
    </message>
    <message>
        <source>To tell two models apart takes {needed} photos or more, and the library has {photos}; index more first.</source>
        <translation>比较两个模型至少需要 {needed} 张照片，而图库只有 {photos} 张；请先索引更多照片。</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}); 'pip install "lookalike[train]"' adds it.</source>
        <translation>训练所需的组件尚未安装（{missing}）；运行“pip install "lookalike[train]"”即可添加。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free; close other programs, or learn without previews.</source>
        <translation>训练需要 {needed_mb} MB 内存，目前空闲 {free_mb} MB；请关闭其他程序，或不训练预览图。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free; make room there, or learn without previews.</source>
        <translation>训练需要在 {library} 所在磁盘上占用 {needed_mb} MB，目前空闲 {free_mb} MB；请腾出空间，或不训练预览图。</translation>
    </message>
    <message>
        <source>Whether edited copies are still found could not be measured.</source>
        <translation>无法测量是否仍能找到编辑过的副本。</translation>
    </message>
    <message>
        <source>Whether photos from elsewhere are still found could not be measured.</source>
        <translation>无法测量是否仍能找到外来照片。</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}); get it again from where it came.</source>
        <translation>{folder} 中模型的 memory.npy 不是描述符表（{detail}）；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large to be a model's; get it again from where it came.</source>
        <translation>{folder} 中模型的 {detail} 过大，不可能属于模型；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged; get it again from where it came.</source>
        <translation>{folder} 中模型的 {detail} 被改动或已损坏；请从来源处重新获取。</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}); check its name and permissions.</source>
        <translation>无法读取 {folder}（{detail}）；请检查其名称和权限。</translation>
    </message>
    <message>
        <source>{folder} holds what does not belong to a model ({detail}); export the model again where it came from.</source>
        <translation>{folder} 中含有不属于模型的内容（{detail}）；请在来源处重新导出该模型。</translation>
    </message>
    <message>
        <source>{folder} is not a model's file, or is damaged ({detail}); export the model again where it came from.</source>
        <translation>{folder} 不是模型文件，或已损坏（{detail}）；请在来源处重新导出该模型。</translation>
    </message>
    <message>
        <source>{path} and the library's folder {other} lie one in the other; choose a folder apart.</source>
        <translation>{path} 与图库中的文件夹 {other} 互相包含；请选择另外的文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}); check its permissions.</source>
        <translation>无法读取 {path}（{detail}）；请检查其权限。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}); choose another place, or make room there.</source>
        <translation>无法写入 {path}（{detail}）；请选择其他位置，或腾出空间。</translation>
    </message>
    <message>
        <source>{path} claims {detail} pixels, more than can be decoded safely; save a smaller copy.</source>
        <translation>{path} 标称有 {detail} 像素，超出可安全解码的范围；请另存一份较小的副本。</translation>
    </message>
    <message>
        <source>{path} does not hold the photos of {root}: of {looked_for} that were looked for, {found} are there; choose the folder to which {root} was moved. Nothing was changed.</source>
        <translation>{path} 中没有 {root} 的照片：查找了 {looked_for} 张，只有 {found} 张在那里；请选择 {root} 移动后的文件夹。未作任何更改。</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview; export it as JPEG or DNG.</source>
        <translation>{path} 是没有可读预览的 RAW 文件；请导出为 JPEG 或 DNG。</translation>
    </message>
    <message>
        <source>{path} is a hidden file; rename it to have it indexed.</source>
        <translation>{path} 是隐藏文件；重命名后才能索引。</translation>
    </message>
    <message>
        <source>{path} is cut short; copy it again from where it came.</source>
        <translation>{path} 不完整；请从来源处重新复制。</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded; copy it again from where it came.</source>
        <translation>{path} 已损坏，无法解码；请从来源处重新复制。</translation>
    </message>
    <message>
        <source>{path} is empty; copy the photo again from where it came.</source>
        <translation>{path} 是空文件；请从来源处重新复制该照片。</translation>
    </message>
    <message>
        <source>{path} is not a folder that can be read; check its name and permissions.</source>
        <translation>{path} 不是可读取的文件夹；请检查其名称和权限。</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} 不是图片。</translation>
    </message>
    <message>
        <source>{path} is not among the photos that failed, or its folder is offline or paused; 'lookalike failures' lists them.</source>
        <translation>{path} 不在失败的照片之列，或其文件夹离线或已暂停；“lookalike failures”可列出失败的照片。</translation>
    </message>
    <message>
        <source>{path} is not in the library; index its folder first.</source>
        <translation>{path} 不在图库中；请先为其文件夹建立索引。</translation>
    </message>
    <message>
        <source>{path} is not one of the library's folders; 'lookalike roots' lists those that are.</source>
        <translation>{path} 不是图库中的文件夹；“lookalike roots”可列出图库中的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not there; it was moved or deleted.</source>
        <translation>{path} 不存在；可能已被移动或删除。</translation>
    </message>
    <message>
        <source>{path} is of a format that is not read; save it as JPEG, PNG or TIFF.</source>
        <translation>{path} 的格式不受支持；请另存为 JPEG、PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} 太小，不像照片（{detail} 像素）。</translation>
    </message>
    <message>
        <source>{path} makes the picture decoder crash and is left out; save it again in another program.</source>
        <translation>{path} 会使图片解码器崩溃，已跳过；请用其他程序重新保存。</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>A 到 Z</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
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
        <translation>最大的在前</translation>
    </message>
    <message>
        <source>Last added first</source>
        <translation>最近添加的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早的在前</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>最小的在前</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z 到 A</translation>
    </message>
</context>
<context>
    <name>training_words</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation>（编码 {codes}，预览 {previews}）</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>正在检查新模型</translation>
    </message>
    <message>
        <source>Learning codes</source>
        <translation>正在学习编码</translation>
    </message>
    <message>
        <source>Learning previews</source>
        <translation>正在学习预览</translation>
    </message>
    <message>
        <source>Learns {chosen} on {device}</source>
        <translation>在{device}上学习 {chosen}</translation>
    </message>
    <message>
        <source>Learns {photos} of {chosen} on {device}</source>
        <translation>在{device}上学习 {chosen}中的 {photos} 张</translation>
    </message>
    <message>
        <source>Reading the photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>clear bits</source>
        <translation>清晰的位</translation>
    </message>
    <message>
        <source>colours and shapes</source>
        <translation>颜色与形状</translation>
    </message>
    <message>
        <source>each pixel</source>
        <translation>每个像素</translation>
    </message>
    <message>
        <source>even bits</source>
        <translation>均衡的位</translation>
    </message>
    <message>
        <source>like a photo</source>
        <translation>像照片</translation>
    </message>
    <message>
        <source>neighbours together</source>
        <translation>近邻相聚</translation>
    </message>
    <message>
        <source>nothing forgotten</source>
        <translation>不遗忘</translation>
    </message>
    <message>
        <source>photos kept aside</source>
        <translation>留出的照片</translation>
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
        <source>the code read back</source>
        <translation>读回编码</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>what is in the photo</source>
        <translation>照片内容</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}，约需 {time}{parts}。</translation>
    </message>
    <message>
        <source>{learns}, in at most {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}，最多 {most}；若不限时约需 {time}{parts}。</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>The picture searched for</source>
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
        <source>Beside the query</source>
        <translation>与搜索图片并排</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>第一张照片</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>In turn with the query</source>
        <translation>与搜索图片交替显示</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>最后一张照片</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>缩小</translation>
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
        <source>Next photo, or move an enlarged one</source>
        <translation>下一张照片，或平移放大的照片</translation>
    </message>
    <message>
        <source>Next photo, or move an enlarged one down</source>
        <translation>下一张照片，或向下平移放大的照片</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Previous photo, or move an enlarged one</source>
        <translation>上一张照片，或平移放大的照片</translation>
    </message>
    <message>
        <source>Previous photo, or move an enlarged one up</source>
        <translation>上一张照片，或向上平移放大的照片</translation>
    </message>
    <message>
        <source>The other of the two, while in turn</source>
        <translation>交替显示时切换到另一张</translation>
    </message>
    <message>
        <source>What is known of the photo</source>
        <translation>照片信息</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Photos that are like no others in the library</source>
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
        <source>A photo over the whole window</source>
        <translation>全窗口查看照片</translation>
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
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>所有模型…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Choose which photos are shown and searched</source>
        <translation>选择要显示和搜索的照片</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
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
        <translation>查找与剪贴板中的图片相似的照片</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Larger photos</source>
        <translation>放大照片显示</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>退出搜索</translation>
    </message>
    <message>
        <source>Look for new and changed photos</source>
        <translation>查找新增和更改的照片</translation>
    </message>
    <message>
        <source>Notice new photos by itself</source>
        <translation>自动发现新照片</translation>
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
        <source>Put back what was moved last</source>
        <translation>撤销上一次移动</translation>
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
        <source>Show or hide the library</source>
        <translation>显示或隐藏图库</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>缩小照片显示</translation>
    </message>
    <message>
        <source>The model, and retraining</source>
        <translation>模型与重新训练</translation>
    </message>
    <message>
        <source>Two models side by side</source>
        <translation>两个模型并排</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
