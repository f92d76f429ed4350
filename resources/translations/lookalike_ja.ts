<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lookalike</source>
        <translation>Lookalike について</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>よく似た写真を見つけます。写真は外部に送信されません。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>AllPhotos</name>
    <message>
        <source>Drop, paste or open a picture to find similar photos</source>
        <translation>画像をドロップ、貼り付け、または開くと、似た写真を検索します</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{photos}中{shown}枚</translation>
    </message>
</context>
<context>
    <name>ArchiveParts</name>
    <message>
        <source>Opening the archive…</source>
        <translation>アーカイブを開いています…</translation>
    </message>
    <message>
        <source>Its codes are mapped into memory.</source>
        <translation>コードをメモリにマップしています。</translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation>アーカイブを開けません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>写真がありません</translation>
    </message>
    <message>
        <source>None of the files in the archive is a photo.</source>
        <translation>アーカイブのファイルに写真はありません。</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Photos of the archive</source>
        <translation>アーカイブの写真</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{photos}中{shown}枚</translation>
    </message>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · 読み取り専用</translation>
    </message>
    <message>
        <source>Archive {folder}</source>
        <translation>アーカイブ {folder}</translation>
    </message>
</context>
<context>
    <name>BatchRenameDialog</name>
    <message>
        <source>Rename {photos}</source>
        <translation>{photos}の名前を変更</translation>
    </message>
    <message>
        <source>Pattern of the new names</source>
        <translation>新しい名前のパターン</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>元の名前</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>{photos} will be renamed. The endings of the names stay.</source>
        <translation>{photos}の名前を変更します。拡張子は変わりません。</translation>
    </message>
    <message>
        <source>1 name is not possible: {problem}</source>
        <translation>1個の名前が使えません：{problem}</translation>
    </message>
    <message>
        <source>{count} names are not possible. The first: {problem}</source>
        <translation>{count}個の名前が使えません。最初の問題：{problem}</translation>
    </message>
    <message>
        <source>Insert {token}</source>
        <translation>{token}を挿入</translation>
    </message>
    <message>
        <source>Current and new names</source>
        <translation>現在の名前と新しい名前</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>挿入：</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the code</source>
        <translation>コードのビット</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos for every query.</source>
        <translation>どちらのモデルも、すべての検索で同じ写真を見つけます。</translation>
    </message>
    <message>
        <source>Finish and reveal the models</source>
        <translation>終了してモデルを表示</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>差はない</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>{number} of {count}: which row has more photos like this one?</source>
        <translation>{count}問中{number}問目：この写真に似た写真が多いのはどちらの行ですか？</translation>
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
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter “{condition}”</source>
        <translation>フィルター「{condition}」を解除</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>1 more filter</source>
        <translation>ほか1個のフィルター</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>すべてのフィルターを解除</translation>
    </message>
    <message>
        <source>{count} more filters</source>
        <translation>ほか{count}個のフィルター</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>A model is being trained</source>
        <translation>モデルを学習中です</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>バックグラウンドで続行</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>今は停止</translation>
    </message>
    <message>
        <source>You can continue training in the background without the window; the next start shows the result. If you stop, progress is kept and you can resume later.</source>
        <translation>ウィンドウを閉じても、学習はバックグラウンドで続けられます。結果は次回の起動時に表示されます。停止しても進行状況は保存され、後で再開できます。</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>What the code sees</source>
        <translation>コードが見ているもの</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>描画中…</translation>
    </message>
    <message>
        <source>Nearest photos</source>
        <translation>最も近い写真</translation>
    </message>
    <message>
        <source>Drawn from {count} bits</source>
        <translation>{count}ビットから描画</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit flipped</source>
        <translation>1ビットを反転</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>{bits}ビット中1ビットが {name} と異なります。</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>ビットをクリックすると反転します。写真を選択するとコードを比較できます。</translation>
    </message>
    <message>
        <source>Code lens</source>
        <translation>コードレンズ</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below. The pictures above are drawn from these marks alone.</source>
        <translation>写真は、下のマス目で示す{count}個の「はい・いいえ」の印で比較されます。上の画像はこの印だけから描かれています。</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below.</source>
        <translation>写真は、下のマス目で示す{count}個の「はい・いいえ」の印で比較されます。</translation>
    </message>
    <message>
        <source>No bits flipped</source>
        <translation>反転したビットなし</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>{count} bits flipped</source>
        <translation>{count}ビットを反転</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}. Darker means it matters more to this search.</source>
        <translation>{bits}ビット中{count}ビットが {name} と異なります。色が濃いほど、この検索で重要です。</translation>
    </message>
    <message>
        <source>{name} has the same code.</source>
        <translation>{name} のコードは同じです。</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the path to {name}: {gone} of {count} bits</source>
        <translation>{name} への道のり：{count}ビット中{gone}ビット</translation>
    </message>
    <message>
        <source>The path from the query's code to the photo's code</source>
        <translation>検索画像のコードから写真のコードへの道のり</translation>
    </message>
    <message>
        <source>{name}, the photo closest to the path after {bits}</source>
        <translation>{name}：{bits}の反転後に道のりに最も近い写真</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the models on this library…</source>
        <translation>このライブラリでモデルを比較中…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>後で決める</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>自分で確かめる</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>このモデルを使用</translation>
    </message>
    <message>
        <source>What their codes have kept</source>
        <translation>コードに残ったもの</translation>
    </message>
    <message>
        <source>“{new}” compared with “{old}”</source>
        <translation>「{new}」と「{old}」の比較</translation>
    </message>
</context>
<context>
    <name>ComponentFlow</name>
    <message>
        <source>Install from folder</source>
        <translation>フォルダーからインストール</translation>
    </message>
</context>
<context>
    <name>ComponentRemoval</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove component ({size})…</source>
        <translation>コンポーネントを削除（{size}）…</translation>
    </message>
    <message>
        <source>This removes the training component and frees {size}. Only thorough training needs it. Searching, your models and quick training work as before, and you can install it again.</source>
        <translation>学習コンポーネントを削除し、{size} を解放します。このコンポーネントは詳細な学習にのみ必要です。検索、作成済みのモデル、クイック学習はこれまでどおり使えます。あとで再インストールすることもできます。</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Install training component</source>
        <translation>学習コンポーネントをインストール</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>フォルダーからインストール…</translation>
    </message>
    <message>
        <source>A folder that “lookalike component download” has filled, on a computer with a network</source>
        <translation>ネットワークに接続されたコンピューターで「lookalike component download」が作成したフォルダー</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Removing the training component…</source>
        <translation>学習コンポーネントを削除しています…</translation>
    </message>
    <message>
        <source>The training component is removed; {size} are free again. Searching, your models and quick training work as before.</source>
        <translation>学習コンポーネントを削除し、{size} を解放しました。検索、作成済みのモデル、クイック学習はこれまでどおり使えます。</translation>
    </message>
    <message>
        <source>The training component (PyTorch) is installed. Only thorough training uses it.</source>
        <translation>学習コンポーネント（PyTorch）はインストールされています。詳細な学習でのみ使われます。</translation>
    </message>
    <message>
        <source>There is a component that this version cannot use: an earlier version installed it, or an installation was interrupted.</source>
        <translation>このバージョンでは使えないコンポーネントがあります。以前のバージョンがインストールしたものか、インストールが中断されたものです。</translation>
    </message>
    <message>
        <source>Thorough training needs PyTorch, which is not installed. The build for {device} is a download of about {download}, which takes {disk} on disk. It is fetched only when you press the button, and only once. Your photos never leave this computer.</source>
        <translation>詳細な学習には PyTorch が必要ですが、インストールされていません。{device}用のビルドは約 {download} のダウンロードで、ディスクを {disk} 使用します。ボタンを押したときに一度だけ取得します。写真がこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>This build of Lookalike can only train quickly. To train thoroughly, install Lookalike with pip (pip install "lookalike[train]"). It opens the same library, and its models can be used here.</source>
        <translation>このビルドの Lookalike では、クイック学習のみ利用できます。詳細な学習を行うには、pip で Lookalike をインストールしてください（pip install "lookalike[train]"）。同じライブラリを開くことができ、そのモデルはここでも使用できます。</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Photos with copies, by group</source>
        <translation>コピーのある写真（グループ別）</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>重複はありません</translation>
    </message>
    <message>
        <source>No two photos of the archive are the same.</source>
        <translation>アーカイブに同じ写真はありません。</translation>
    </message>
    <message>
        <source>Finding duplicates…</source>
        <translation>重複を検索しています…</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>重複を検索中：{total}中{done}枚</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details are in {log}. Nothing was sent anywhere.</source>
        <translation>詳細は {log} にあります。どこにも送信されていません。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>Your last action may not have completed. You can continue; if this happens again, quit and restart Lookalike.</source>
        <translation>最後の操作が完了していない可能性があります。このまま続行できます。再び発生する場合は、Lookalike を終了して起動し直してください。</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike quit unexpectedly last time. Details are in {log}.</source>
        <translation>前回、Lookalike は予期せず終了しました。詳細は {log} にあります。</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}). Details are in the log.</source>
        <translation>再び問題が発生しました（{error}）。詳細はログにあります。</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Date, from</source>
        <translation>日付の開始</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>日付の終了</translation>
    </message>
</context>
<context>
    <name>DateTree</name>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>すべての日付</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>日付なし</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Any date</source>
        <translation>すべての日付</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Find duplicates</source>
        <translation>重複を検索</translation>
    </message>
    <message>
        <source>What to keep…</source>
        <translation>残す写真のルール…</translation>
    </message>
    <message>
        <source>Finding more…</source>
        <translation>さらに検索中…</translation>
    </message>
    <message>
        <source>Nothing else is known yet</source>
        <translation>ほかにはまだ見つかっていません</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>インデックス不可：ファイル1個</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>インデックス不可のファイル</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>すべて再試行</translation>
    </message>
    <message>
        <source>Retry {count}</source>
        <translation>{count}個を再試行</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>インデックス不可：ファイル{count}個</translation>
    </message>
</context>
<context>
    <name>DiscardBar</name>
    <message>
        <source>Clear marks</source>
        <translation>マークをクリア</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>{files} marked to be discarded · {size}</source>
        <translation>破棄対象：{files} · {size}</translation>
    </message>
</context>
<context>
    <name>DiscardSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Merge ratings and keywords</source>
        <translation>評価とキーワードを統合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Replace by links…</source>
        <translation>リンクに置き換え…</translation>
    </message>
    <message>
        <source>The paths stay; the content is stored once</source>
        <translation>パスはそのままで、内容は1回だけ保存されます</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>フォルダーに移動…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ゴミ箱に移動</translation>
    </message>
    <message>
        <source>Hard links: one file with several paths</source>
        <translation>ハードリンク：複数のパスを持つ1個のファイル</translation>
    </message>
    <message>
        <source>Reflinks: separate files that share their space</source>
        <translation>reflink：領域を共有する別々のファイル</translation>
    </message>
    <message>
        <source>Frees {size}. Of each group at least one file stays. You can undo it.</source>
        <translation>{size} を解放します。どのグループにも少なくとも1個のファイルが残ります。元に戻せます。</translation>
    </message>
    <message>
        <source>Into XMP files beside the photos that stay: the highest rating, and all keywords.</source>
        <translation>残す写真の横の XMP ファイルに、最も高い評価とすべてのキーワードを書き込みます。</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>すべての写真の距離</translation>
    </message>
    <message>
        <source>Number of photos at each distance. Drag the handles to limit the results. Arrow keys move the right handle; with Shift, the left one.</source>
        <translation>各距離の写真の枚数です。ハンドルをドラッグすると結果を絞り込めます。矢印キーで右のハンドル、Shift+矢印キーで左のハンドルが動きます。</translation>
    </message>
</context>
<context>
    <name>DistancePanel</name>
    <message>
        <source>All distances</source>
        <translation>すべての距離</translation>
    </message>
    <message>
        <source>Hide near-duplicates</source>
        <translation>ほぼ同じ写真を隠す</translation>
    </message>
    <message>
        <source>Hide photos from the same folder</source>
        <translation>同じフォルダーの写真を隠す</translation>
    </message>
    <message>
        <source>Hide photos in the folder of the query picture</source>
        <translation>検索画像のあるフォルダーの写真を隠す</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>隠したほぼ同じ写真：{count}</translation>
    </message>
    <message>
        <source>Show only the closest of several versions of the same photo</source>
        <translation>同じ写真に複数のバージョンがあるとき、最も近いものだけを表示</translation>
    </message>
    <message>
        <source>Similar: up to {percent} % different</source>
        <translation>類似：差異{percent}%以下</translation>
    </message>
    <message>
        <source>Up to {percent} % different</source>
        <translation>差異{percent}%以下</translation>
    </message>
    <message>
        <source>{least} to {most} % different</source>
        <translation>差異{least}～{most}%</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider</source>
        <translation>仕切り</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open this library</source>
        <translation>ドロップしてこのライブラリを開く</translation>
    </message>
    <message>
        <source>Drop to see which photos of this folder are new</source>
        <translation>ドロップしてこのフォルダーの新しい写真を確認</translation>
    </message>
    <message>
        <source>Drop to see which photos of these folders are new</source>
        <translation>ドロップしてこれらのフォルダーの新しい写真を確認</translation>
    </message>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>ドロップしてこのフォルダーをライブラリに追加</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>ドロップして似た写真を検索</translation>
    </message>
</context>
<context>
    <name>DuplicatesFlow</name>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates, the groups with most to save first</source>
        <translation>重複写真（節約できる容量が多いグループ順）</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove this example</source>
        <translation>{name} に似た写真：クリックでこの例を削除</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove this example</source>
        <translation>{name} に似ていない写真：クリックでこの例を削除</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>{name} に似ていない</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>その他の例</translation>
    </message>
    <message>
        <source>Remove 1 more example</source>
        <translation>ほか1個の例を削除</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>ほか{count}個の例から1個を削除</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} を削除</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>A folder at the top</source>
        <translation>最上位のフォルダー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Except this file</source>
        <translation>このファイルを除く</translation>
    </message>
    <message>
        <source>Excluded files</source>
        <translation>除外するファイル</translation>
    </message>
    <message>
        <source>Excluded photos are not deleted. They return when you remove the pattern, without being read again.</source>
        <translation>除外した写真は削除されません。パターンを削除すると、読み込み直さずに再び表示されます。</translation>
    </message>
    <message>
        <source>Files with this ending</source>
        <translation>この拡張子のファイル</translation>
    </message>
    <message>
        <source>Folders of this name</source>
        <translation>この名前のフォルダー</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>たどる</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>Links that lead out of the library's folders</source>
        <translation>ライブラリのフォルダーの外を指すリンク</translation>
    </message>
    <message>
        <source>One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of the library.</source>
        <translation>1行に1つのパターンを .gitignore の書式で入力します。パターンはライブラリのすべてのフォルダーに適用されます。</translation>
    </message>
    <message>
        <source>Patterns of excluded files</source>
        <translation>除外するファイルのパターン</translation>
    </message>
    <message>
        <source>Save and rescan</source>
        <translation>保存して再スキャン</translation>
    </message>
    <message>
        <source>Trash folders, caches and previews of other programs are always left out.</source>
        <translation>ゴミ箱フォルダーや、ほかのプログラムのキャッシュとプレビューは常に除外されます。</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>コンタクトシート (PNG)…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>レター</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>用紙 (PDF)</translation>
    </message>
    <message>
        <source>Names below the photos</source>
        <translation>写真の下に名前を表示</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>{photos}をエクスポート</translation>
    </message>
    <message>
        <source>Include codes</source>
        <translation>コードを含める</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)…</source>
        <translation>コンタクトシート (PDF)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表 (CSV)…</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>No program is set to open {path}. Choose a default program for this file type first.</source>
        <translation>{path} を開くプログラムが設定されていません。先に、この種類のファイルの既定のプログラムを選択してください。</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>{path} をそのプログラムで開けませんでした。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Thumbnail size</source>
        <translation>サムネイルのサイズ</translation>
    </message>
    <message>
        <source>Thumbnail size ({larger} and {smaller})</source>
        <translation>サムネイルのサイズ（{larger}と{smaller}）</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>すべてのサイズ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>ファイルサイズ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>open</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>折りたたみ</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>All folders</source>
        <translation>すべてのフォルダー</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>GroupComparison</name>
    <message>
        <source>Comparing</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>LeftOutRow</name>
    <message>
        <source>Without {count} bits</source>
        <translation>{count}ビットを除外</translation>
    </message>
</context>
<context>
    <name>LensChanges</name>
    <message>
        <source>What both codes have in common, and the query with bits taken over from {name}, those that matter most first:</source>
        <translation>両方のコードに共通するものと、{name} のビットを重要な順に取り込んだ検索画像：</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>{count} of {bits}</source>
        <translation>{count} / {bits}</translation>
    </message>
    <message>
        <source>The query with {count} of the {bits} that differ taken over</source>
        <translation>異なる{bits}のうち{count}個を取り込んだ検索画像</translation>
    </message>
    <message>
        <source>What both have in common, without the {bits} that differ</source>
        <translation>異なる{bits}を除いた、両方に共通するもの</translation>
    </message>
</context>
<context>
    <name>LensDrawings</name>
    <message>
        <source>Query</source>
        <translation>検索画像</translation>
    </message>
    <message>
        <source>Preview of the query's code</source>
        <translation>検索画像のコードのプレビュー</translation>
    </message>
    <message>
        <source>Preview of the selected photo's code</source>
        <translation>選択した写真のコードのプレビュー</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選択中</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Kinds of duplicates</source>
        <translation>重複の種類</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Locate “{folder}”</source>
        <translation>「{folder}」の場所を指定</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed. Updating the library's codes…</source>
        <translation>モデルが変わりました。ライブラリのコードを更新中…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Photo library</source>
        <translation>写真ライブラリ</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新しいライブラリ</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>ライブラリを開く</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>アーカイブを開く</translation>
    </message>
    <message>
        <source>Open recent library</source>
        <translation>最近使ったライブラリを開く</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training progress</source>
        <translation>学習の進行状況</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>コードが見ているもの</translation>
    </message>
    <message>
        <source>Select a photo to see its details.</source>
        <translation>写真を選択すると詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>MissingLibraryDialog</name>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>{folder} にライブラリがありません。</translation>
    </message>
    <message>
        <source>Create it there, or choose another? If it is on a drive, connect that first.</source>
        <translation>そこに作成しますか？それとも別のライブラリを選択しますか？ドライブにある場合は、先に接続してください。</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>別のライブラリを選択…</translation>
    </message>
    <message>
        <source>Create it there</source>
        <translation>そこに作成</translation>
    </message>
    <message>
        <source>Open my library</source>
        <translation>マイライブラリを開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再学習</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Import model…</source>
        <translation>モデルをインポート…</translation>
    </message>
    <message>
        <source>The selected model is used for searching. Switching does not reread your photos.</source>
        <translation>選択したモデルが検索に使用されます。切り替えても写真は読み込み直されません。</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>Model exported to {path}.</source>
        <translation>モデルを {path} にエクスポートしました。</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Nothing was changed. The library still uses “{model}”.</source>
        <translation>何も変更されていません。ライブラリは引き続き「{model}」を使用します。</translation>
    </message>
    <message>
        <source>Now searching with “{model}”.</source>
        <translation>「{model}」で検索するようになりました。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>再学習…</translation>
    </message>
    <message>
        <source>Switching to {model} was interrupted. The previous model is still in use.</source>
        <translation>{model}への切り替えが中断されました。以前のモデルを引き続き使用しています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>{photos} are new since the model was trained. Retraining on this library may find more related photos.</source>
        <translation>モデルの学習後に{photos}が追加されています。このライブラリで再学習すると、関連する写真がさらに見つかる可能性があります。</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>{model}の操作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Compare with current model</source>
        <translation>現在のモデルと比較</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>モデルの名前</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model}を使用</translation>
    </message>
    <message>
        <source>Will be used when current work is finished.</source>
        <translation>現在の処理が終わると使用されます。</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>ModelTransfer</name>
    <message>
        <source>Checking the file before importing…</source>
        <translation>インポートする前にファイルを確認中…</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>{model}をエクスポート</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>モデルをエクスポート中…</translation>
    </message>
    <message>
        <source>Model imported. It uses different features: switching to it rereads every photo.</source>
        <translation>モデルをインポートしました。特徴量が異なるため、切り替えるとすべての写真を読み込み直します。</translation>
    </message>
    <message>
        <source>Model imported. You can now compare or use it.</source>
        <translation>モデルをインポートしました。比較または使用できます。</translation>
    </message>
    <message>
        <source>The library already has this model. Nothing was changed.</source>
        <translation>このモデルはすでにライブラリにあります。何も変更されていません。</translation>
    </message>
</context>
<context>
    <name>NeighbourGrid</name>
    <message>
        <source>{name}: {bits} of its code are different. Click to look at it.</source>
        <translation>{name}：コードが{bits}異なります。クリックして表示します。</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>{name} のプレビュー</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The same photo</source>
        <translation>同じ写真</translation>
    </message>
</context>
<context>
    <name>NewcomersDialog</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>フォルダーの新しい写真を確認</translation>
    </message>
    <message>
        <source>Check another folder…</source>
        <translation>別のフォルダーを確認…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Photos of the folder</source>
        <translation>フォルダーの写真</translation>
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
        <translation>フォルダーの新しい写真を確認</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>コピー先</translation>
    </message>
</context>
<context>
    <name>OutliersFlow</name>
    <message>
        <source>Unusual photos</source>
        <translation>珍しい写真</translation>
    </message>
</context>
<context>
    <name>OutliersView</name>
    <message>
        <source>Finding unusual photos: {done} of {total}…</source>
        <translation>珍しい写真を検索中：{total}中{done}枚…</translation>
    </message>
    <message>
        <source>Finding unusual photos…</source>
        <translation>珍しい写真を検索中…</translation>
    </message>
    <message>
        <source>No unusual photos</source>
        <translation>珍しい写真はありません</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, most unusual first: hardly any other photos are similar.</source>
        <translation>{total}のうち最も珍しい{count}枚を珍しい順に表示：似た写真がほとんどありません。</translation>
    </message>
    <message>
        <source>There are not enough photos to find unusual ones.</source>
        <translation>写真が少ないため、珍しい写真を検索できません。</translation>
    </message>
    <message>
        <source>Unusual photos, most unusual first</source>
        <translation>珍しい写真（珍しい順）</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Earlier photos</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>Later photos</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>Photos {first} to {last} of {count}</source>
        <translation>{count} 枚中 {first}～{last} 枚目</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Export {photos}</source>
        <translation>{photos}をエクスポート</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>元に戻す操作はありません。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>photo {place} of {count}</source>
        <translation>{count}枚中{place}枚目の写真</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>ビューアー</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>写真のフォルダーを追加</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>ドロップした画像</translation>
    </message>
    <message>
        <source>This link does not contain a picture, and Lookalike never downloads anything. Copy or save the picture itself.</source>
        <translation>このリンクには画像が含まれていません。Lookalike は何もダウンロードしません。画像そのものをコピーするか保存してください。</translation>
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
        <translation>新規</translation>
    </message>
    <message>
        <source>No previews</source>
        <translation>プレビューなし</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Press Space to see it large.</source>
        <translation>スペースキーで拡大表示します。</translation>
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
        <translation>1回の検索で使える例は最大{count}個です。</translation>
    </message>
    <message>
        <source>A search needs at least one picture.</source>
        <translation>検索には少なくとも1枚の画像が必要です。</translation>
    </message>
    <message>
        <source>Search for something first, then exclude photos like this.</source>
        <translation>先に何かを検索してから、このような写真を除外してください。</translation>
    </message>
    <message>
        <source>Searching for the first {most} of {count} pictures.</source>
        <translation>{count}枚の画像のうち最初の{most}枚で検索しています。</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>検索画像</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>画像全体で検索</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>もう一度画像全体で検索</translation>
    </message>
    <message>
        <source>Searching for</source>
        <translation>検索対象</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>選択した写真</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}の開始</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}の終了</translation>
    </message>
</context>
<context>
    <name>RegionPicture</name>
    <message>
        <source>Draw a rectangle to search for that part only</source>
        <translation>四角形を描くと、その部分だけで検索します</translation>
    </message>
    <message>
        <source>Press Enter to start and finish a selection. Arrow keys move it; with Shift, they resize it. Escape cancels.</source>
        <translation>Enter キーで範囲選択を開始・終了します。矢印キーで移動、Shift+矢印キーでサイズ変更、Esc キーでキャンセルします。</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Removes {photos} from the library. The files are not deleted.</source>
        <translation>{photos}をライブラリから削除します。ファイルは削除されません。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name} の名前を変更</translation>
    </message>
    <message>
        <source>New name, without {suffix}</source>
        <translation>新しい名前（{suffix} を除く）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
</context>
<context>
    <name>RenamePreview</name>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
    <message>
        <source>Current name</source>
        <translation>現在の名前</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Less similar below</source>
        <translation>以下は類似度の低い写真</translation>
    </message>
    <message>
        <source>Photos, most similar first</source>
        <translation>写真（似ている順）</translation>
    </message>
    <message>
        <source>Probably no similar photos; these are the closest</source>
        <translation>似た写真はおそらくありません。最も近い写真を表示しています</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>Also learn previews</source>
        <translation>プレビューも学習</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>コードの長さ</translation>
    </message>
    <message>
        <source>Estimating the time on this computer…</source>
        <translation>このコンピューターでの所要時間を見積もり中…</translation>
    </message>
    <message>
        <source>Longer codes distinguish more photos; shorter codes search faster.</source>
        <translation>長いコードほど多くの写真を区別でき、短いコードほど速く検索できます。</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. They are not needed for searching and take longer to train.</source>
        <translation>プレビューは、コードに写真の何が残ったかを示します。検索には必要なく、学習に時間がかかります。</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再学習</translation>
    </message>
    <message>
        <source>Search only</source>
        <translation>検索のみ</translation>
    </message>
    <message>
        <source>Install training component…</source>
        <translation>学習コンポーネントをインストール…</translation>
    </message>
    <message>
        <source>Training component…</source>
        <translation>学習コンポーネント…</translation>
    </message>
    <message>
        <source>Thorough training needs a component that is not installed: PyTorch.</source>
        <translation>詳細な学習には、インストールされていないコンポーネント PyTorch が必要です。</translation>
    </message>
    <message>
        <source>Train a model on your own photos to find more related ones. Nothing changes until you have compared it; the current model stays, and you can switch back at any time. Photos never leave this computer.</source>
        <translation>自分の写真でモデルを学習し、関連する写真をより多く見つけます。比較するまで何も変わりません。現在のモデルは残り、いつでも戻せます。写真がこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>Training goal</source>
        <translation>学習の目的</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Bit balance: {share} %</source>
        <translation>ビットの均衡：{share}%</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>Discards the training and its progress. This cannot be undone.</source>
        <translation>学習とその進行状況を破棄します。この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>If you stop, progress is kept and you can resume later.</source>
        <translation>停止しても進行状況は保存され、後で再開できます。</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>バックグラウンド：{work}</translation>
    </message>
    <message>
        <source>Pairs of a photo and its current preview</source>
        <translation>写真と現在のプレビューの組</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stopped. A quick training starts again from the beginning.</source>
        <translation>停止しました。クイック学習は最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>一時停止中 · {work}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped at: {work}. You can resume from there.</source>
        <translation>「{work}」で停止しました。そこから再開できます。</translation>
    </message>
    <message>
        <source>Stopping and saving progress…</source>
        <translation>停止して進行状況を保存中…</translation>
    </message>
    <message>
        <source>Unique codes: {share} %</source>
        <translation>一意のコード：{share}%</translation>
    </message>
    <message>
        <source>Validation loss: {loss}</source>
        <translation>検証損失：{loss}</translation>
    </message>
    <message>
        <source>Waiting for other work to finish</source>
        <translation>ほかの処理の終了を待っています</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model trained on {photos} is ready to compare.</source>
        <translation>{photos}で学習した新しいモデルを比較できます。</translation>
    </message>
    <message>
        <source>A retraining is running in the background.</source>
        <translation>バックグラウンドで再学習を実行中です。</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}. Its progress is kept.</source>
        <translation>再学習は{time}後に中断されました。進行状況は保存されています。</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it made any progress.</source>
        <translation>再学習は始まる前に中断されました。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>A quick training was interrupted. It starts again from the beginning.</source>
        <translation>クイック学習が中断されました。最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Actions for {folder}</source>
        <translation>{folder} の操作</translation>
    </message>
    <message>
        <source>Hide folders</source>
        <translation>フォルダーを隠す</translation>
    </message>
    <message>
        <source>Show folders</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>ライブラリから削除…</translation>
    </message>
</context>
<context>
    <name>RootSection</name>
    <message>
        <source>Folders in {folder}</source>
        <translation>{folder} のフォルダー</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What to keep</source>
        <translation>残す写真のルール</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>優先度を上げる</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>優先度を下げる</translation>
    </message>
    <message>
        <source>Preferred folders, the best first</source>
        <translation>優先するフォルダー（優先順）</translation>
    </message>
    <message>
        <source>Folders from which nothing is discarded</source>
        <translation>何も破棄しないフォルダー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rules, the most important first</source>
        <translation>ルール（重要な順）</translation>
    </message>
    <message>
        <source>The first rule that tells the photos of a group apart decides which one is suggested.</source>
        <translation>グループ内の写真を区別できる最初のルールで、残す写真の候補が決まります。</translation>
    </message>
    <message>
        <source>The rules cannot be saved in this library: they last until the window closes.</source>
        <translation>このライブラリにはルールを保存できません。ウィンドウを閉じるまで有効です。</translation>
    </message>
</context>
<context>
    <name>SavedSearchList</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>もう一度検索</translation>
    </message>
</context>
<context>
    <name>SavedSearchLists</name>
    <message>
        <source>Search deleted: {name}</source>
        <translation>検索を削除しました：{name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A search for a pasted picture cannot be saved. Save the picture as a file and search for it.</source>
        <translation>貼り付けた画像の検索は保存できません。画像をファイルとして保存してから検索してください。</translation>
    </message>
    <message>
        <source>Search for something first, then save the search.</source>
        <translation>先に何かを検索してから、検索を保存してください。</translation>
    </message>
    <message>
        <source>Search saved: {name}</source>
        <translation>検索を保存しました：{name}</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Recent searches</source>
        <translation>最近の検索</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>保存した検索</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>Folder {folder}</source>
        <translation>フォルダー {folder}</translation>
    </message>
    <message>
        <source>Photos from a date range</source>
        <translation>期間を指定した写真</translation>
    </message>
    <message>
        <source>Photos matching the current filters</source>
        <translation>現在のフィルターに一致する写真</translation>
    </message>
    <message>
        <source>Selection: {photos}</source>
        <translation>選択範囲：{photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>ライブラリ全体</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>学習対象</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected photos</source>
        <translation>選択した写真</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count}枚を選択</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>CPU use while indexing</source>
        <translation>インデックス作成中の CPU 使用</translation>
    </message>
    <message>
        <source>{language} (not proofread)</source>
        <translation>{language}（未校正）</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched; {rescan} to find new photos.</source>
        <translation>ネットワークドライブのフォルダーは監視されません。新しい写真を見つける方法：{rescan}。</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>Keeps recently viewed thumbnails in memory: about {count} at the current size.</source>
        <translation>最近表示したサムネイルをメモリに保持します：現在のサイズで約{count}枚。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>No native speaker has read the translations that are marked as not proofread yet.</source>
        <translation>「未校正」と表示された翻訳は、まだ母語話者が確認していません。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Only when I rescan (F5)</source>
        <translation>再スキャン (F5) のときのみ</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Thumbnail cache</source>
        <translation>サムネイルのキャッシュ</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>フォルダーの新しい写真を監視</translation>
    </message>
    <message>
        <source>rescan</source>
        <translation>再スキャン</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>ディスク上 {size}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · 読み取り専用</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Paused. Space continues, Esc ends the slideshow.</source>
        <translation>一時停止中。スペースキーで続行、Esc キーで終了します。</translation>
    </message>
    <message>
        <source>Slideshow. Space pauses, Esc ends it.</source>
        <translation>スライドショー。スペースキーで一時停止、Esc キーで終了します。</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sorted by: {order}, {direction}</source>
        <translation>並べ替え：{order}、{direction}</translation>
    </message>
</context>
<context>
    <name>SpareButton</name>
    <message>
        <source>In this group</source>
        <translation>このグループ</translation>
    </message>
    <message>
        <source>In all {count} groups of “{level}”</source>
        <translation>「{level}」の全{count}グループ</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>フォルダー {folder} 内</translation>
    </message>
</context>
<context>
    <name>StackButton</name>
    <message>
        <source>This group</source>
        <translation>このグループ</translation>
    </message>
    <message>
        <source>The {count} groups of the selected photos</source>
        <translation>選択した写真の{count}グループ</translation>
    </message>
    <message>
        <source>All {count} groups of “{level}”</source>
        <translation>「{level}」の全{count}グループ</translation>
    </message>
</context>
<context>
    <name>StackSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the photo that is suggested to stay, with the others behind it.</source>
        <translation>{photos}を{count}枚として表示します。各グループで残す候補の写真を前に、ほかの写真をその後ろにまとめます。</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the picture that is not RAW and has the most pixels, with the others behind it.</source>
        <translation>{photos}を{count}枚として表示します。各グループで RAW ではなく画素数が最も多い画像を前に、ほかの写真をその後ろにまとめます。</translation>
    </message>
    <message>
        <source>No file is touched. You can undo it. A group that is a stack is shown here again only when another photo joins the group.</source>
        <translation>ファイルには触れず、元に戻せます。スタックになったグループは、別の写真が加わったときにだけ再びここに表示されます。</translation>
    </message>
</context>
<context>
    <name>StandingTabs</name>
    <message>
        <source>What the photos are to the library</source>
        <translation>写真とライブラリの関係</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>Time limit</source>
        <translation>時間制限</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Up to {time}</source>
        <translation>最長{time}</translation>
    </message>
</context>
<context>
    <name>TypedSearch</name>
    <message>
        <source>Type what the photos show; after a minus, what they should not show.</source>
        <translation>写真に写っているものを入力します。マイナス記号の後には、写っていてほしくないものを入力します。</translation>
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
        <translation>写真ごとの時間</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Quick</source>
        <translation>クイック</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習方法</translation>
    </message>
    <message>
        <source>Takes seconds, and keeps what the current model finds. The model has no previews.</source>
        <translation>数秒で終わり、現在のモデルの検索結果を維持します。モデルにプレビューはありません。</translation>
    </message>
    <message>
        <source>Takes minutes to hours, and can learn previews.</source>
        <translation>数分から数時間かかりますが、プレビューも学習できます。</translation>
    </message>
</context>
<context>
    <name>WordsBox</name>
    <message>
        <source>Search by words</source>
        <translation>言葉で検索</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Paused · {work}</source>
        <translation>一時停止中 · {work}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Updating moved photos…</source>
        <translation>移動した写真を更新中…</translation>
    </message>
    <message>
        <source>{count} could not be indexed</source>
        <translation>インデックス不可：{count}個</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>{folders} is paused and was not scanned. Resume it in the sidebar.</source>
        <translation>{folders} は一時停止中のためスキャンされませんでした。サイドバーで再開してください。</translation>
    </message>
</context>
<context>
    <name>YearScrubber</name>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Click or drag to go to another year</source>
        <translation>クリックまたはドラッグで別の年に移動</translation>
    </message>
</context>
<context>
    <name>_PreviewGrid</name>
    <message>
        <source>Previews so far</source>
        <translation>現在までのプレビュー</translation>
    </message>
</context>
<context>
    <name>archive_actions</name>
    <message>
        <source>Save the search</source>
        <translation>検索を保存</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>写真(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>画像を開く…</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>画像に似た写真を検索</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>クリップボードの画像に似た写真を検索</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>表示・検索する写真を選択</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>サムネイルを大きく</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>サムネイルを小さく</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>写真に移動</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>ウィンドウのどこからでも写真に移動</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>ライブラリを開く…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>別のウィンドウで別のライブラリを開く</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>アーカイブを開く…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Lookalike について</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Show identical files, and the same photo otherwise stored</source>
        <translation>同一のファイルと、別の形で保存された同じ写真を表示</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>数百万枚の写真のアーカイブを別のウィンドウで開く</translation>
    </message>
</context>
<context>
    <name>archive_photo_actions</name>
    <message>
        <source>An archive can only be read. To change its photos, import it into a library: lookalike cluster import</source>
        <translation>アーカイブは読み取り専用です。写真を変更するには、ライブラリに取り込んでください: lookalike cluster import</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>ビット{number}は{value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>コードレンズ：ビットを反転</translation>
    </message>
    <message>
        <source>differs: lowers similarity by {cost} %</source>
        <translation>異なる：類似度が{cost}%下がる</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>手動で反転</translation>
    </message>
    <message>
        <source>more certain than {share} % of the query's bits</source>
        <translation>検索画像の{share}%のビットより確か</translation>
    </message>
</context>
<context>
    <name>blind_vote</name>
    <message>
        <source>Neither is better</source>
        <translation>どちらも同じ</translation>
    </message>
    <message>
        <source>The first row is better</source>
        <translation>1行目のほうが良い</translation>
    </message>
    <message>
        <source>The second row is better</source>
        <translation>2行目のほうが良い</translation>
    </message>
</context>
<context>
    <name>browse_model</name>
    <message>
        <source>{name} · disconnected</source>
        <translation>{name} · 未接続</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>No date</source>
        <translation>日付なし</translation>
    </message>
</context>
<context>
    <name>chip_keys</name>
    <message>
        <source>Examples, filters, searches and folders: remove</source>
        <translation>例、フィルター、検索、フォルダー：削除</translation>
    </message>
</context>
<context>
    <name>code_page</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>What the code sees: back to the photo before</source>
        <translation>コードが見ているもの：前の写真に戻る</translation>
    </message>
</context>
<context>
    <name>comparison_actions</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Previous photo of the group</source>
        <translation>グループの前の写真</translation>
    </message>
    <message>
        <source>Next photo of the group</source>
        <translation>グループの次の写真</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>交互表示</translation>
    </message>
    <message>
        <source>Switch now</source>
        <translation>今すぐ切り替え</translation>
    </message>
    <message>
        <source>Flicker: switch now; slider: swap sides</source>
        <translation>交互表示：今すぐ切り替え、スライダー：左右を入れ替え</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>スライダー</translation>
    </message>
    <message>
        <source>Move the slider left</source>
        <translation>スライダーを左に移動</translation>
    </message>
    <message>
        <source>Move the slider right</source>
        <translation>スライダーを右に移動</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>ウィンドウに合わせる</translation>
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
        <translation>新しいコードを計算中</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>ほぼ同じ写真を検索中</translation>
    </message>
    <message>
        <source>Finding photos on which the models disagree</source>
        <translation>モデルで結果が異なる写真を検索中</translation>
    </message>
    <message>
        <source>Finding related photos</source>
        <translation>関連する写真を検索中</translation>
    </message>
    <message>
        <source>How many cropped, mirrored, darkened and compressed copies find their original.</source>
        <translation>切り抜き、反転、暗くする処理、圧縮をした複製から、元の写真が見つかる割合です。</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>ほかの写真にないコードを持つ写真の割合です。</translation>
    </message>
    <message>
        <source>How many photos that look nearly the same are still found.</source>
        <translation>ほとんど同じに見える写真が引き続き見つかる割合です。</translation>
    </message>
    <message>
        <source>Differences from {name}, {gain} times as strong</source>
        <translation>{name} との差異（{gain}倍に強調）</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>グループ {place} / {count}</translation>
    </message>
    <message>
        <source>{shown} of {count} photos</source>
        <translation>写真{count}枚中{shown}枚</translation>
    </message>
    <message>
        <source>How many related photos in this library are found.</source>
        <translation>このライブラリの関連する写真が見つかる割合です。</translation>
    </message>
    <message>
        <source>How many of the photos that are found are in the folder of the query.</source>
        <translation>見つかった写真のうち、検索画像と同じフォルダーにある割合です。</translation>
    </message>
    <message>
        <source>How well photos from outside this library are found.</source>
        <translation>このライブラリ以外の写真の見つかりやすさです。</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model may have been trained on all of them.</source>
        <translation>単位は%、± は標準誤差、{photos}で測定。新しいモデルはそのすべてで学習した可能性があります。</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model was not trained on {held_out} of the {asked} queries.</source>
        <translation>単位は%、± は標準誤差、{photos}で測定。新しいモデルは{asked}件の検索のうち{held_out}件を学習していません。</translation>
    </message>
    <message>
        <source>Searching for edited copies</source>
        <translation>編集した複製を検索中</translation>
    </message>
    <message>
        <source>The votes may be due to chance, so the figures decide.</source>
        <translation>投票は偶然の可能性があるため、数値で判断します。</translation>
    </message>
    <message>
        <source>You preferred the new model {new} times and the current model {old} times, and saw no difference {neither} times.</source>
        <translation>新しいモデルを{new}回、現在のモデルを{old}回選び、{neither}回は差がないと答えました。</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>ほぼ同じ</translation>
    </message>
    <message>
        <source>better by {points}</source>
        <translation>{points}良い</translation>
    </message>
    <message>
        <source>worse by {points}</source>
        <translation>{points}悪い</translation>
    </message>
</context>
<context>
    <name>cpu_usage</name>
    <message>
        <source>Full</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>半分</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>One photo at a time, only while the computer is otherwise idle.</source>
        <translation>ほかに使われていないときにだけ、写真を1枚ずつ処理します。</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>写真を1枚ずつ処理します。</translation>
    </message>
    <message>
        <source>{count} photos at a time, with lower priority than other programs.</source>
        <translation>ほかのプログラムより低い優先度で、写真を{count}枚ずつ処理します。</translation>
    </message>
</context>
<context>
    <name>desk_commands</name>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Discard all but the suggested</source>
        <translation>候補以外を破棄</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>重複ではない</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>次のグループ</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>前のグループ</translation>
    </message>
    <message>
        <source>Show the photos of the group as one, with the suggested one on top</source>
        <translation>候補の写真を一番上にして、グループの写真を1枚として表示</translation>
    </message>
    <message>
        <source>Compare the photos of the group, or those that are selected</source>
        <translation>グループの写真、または選択した写真を比較</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare {photos}</source>
        <translation>{photos}を比較</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>{count}グループをスタック</translation>
    </message>
    <message>
        <source>Stack the group</source>
        <translation>グループをスタック</translation>
    </message>
    <message>
        <source>Mark to be discarded; no file is touched yet</source>
        <translation>破棄対象としてマーク（ファイルにはまだ触れません）</translation>
    </message>
    <message>
        <source>Never group the selected photos with the others of the group again</source>
        <translation>選択した写真を、今後グループのほかの写真とまとめない</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>モデルをインポート</translation>
    </message>
    <message>
        <source>Open a picture to find similar photos</source>
        <translation>画像を開いて似た写真を検索</translation>
    </message>
</context>
<context>
    <name>discard_text</name>
    <message>
        <source>XMP files go to the trash or the folder with their photos, unless other photos use them, too.</source>
        <translation>XMP ファイルは、ほかの写真でも使われていない限り、写真と一緒にゴミ箱またはフォルダーに移動します。</translation>
    </message>
    <message>
        <source>Nothing can be discarded</source>
        <translation>破棄できるものはありません</translation>
    </message>
    <message>
        <source>Discard 1 file</source>
        <translation>1個のファイルを破棄</translation>
    </message>
    <message>
        <source>Discard {count} files</source>
        <translation>{count}個のファイルを破棄</translation>
    </message>
    <message>
        <source>1 file has changed since the comparison. It is compared again before it goes.</source>
        <translation>比較の後に1個のファイルが変更されました。破棄する前にもう一度比較します。</translation>
    </message>
    <message>
        <source>{count} files have changed since the comparison. Each is compared again before it goes.</source>
        <translation>比較の後に{count}個のファイルが変更されました。破棄する前にそれぞれもう一度比較します。</translation>
    </message>
    <message>
        <source>in a folder that is never touched</source>
        <translation>変更しないフォルダーにあるため</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>すでに存在しないため</translation>
    </message>
    <message>
        <source>changed since the comparison, and not the same photo any more</source>
        <translation>比較の後に変更され、同じ写真ではなくなったため</translation>
    </message>
    <message>
        <source>changed since the comparison, and cannot be read now</source>
        <translation>比較の後に変更され、読み取れないため</translation>
    </message>
    <message>
        <source>the last of its group</source>
        <translation>グループの最後の1個のため</translation>
    </message>
    <message>
        <source>no other file of its group is there any more</source>
        <translation>グループのほかのファイルがすでに存在しないため</translation>
    </message>
    <message>
        <source>the photo that should be kept has changed or is gone</source>
        <translation>残す写真が変更されたか、存在しないため</translation>
    </message>
    <message>
        <source>it is not identical any more</source>
        <translation>同一ではなくなったため</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>途中で変更されたため</translation>
    </message>
    <message>
        <source>its disk cannot share the space of files; Btrfs, XFS and APFS can</source>
        <translation>ディスクがファイルの領域共有に対応していないため（Btrfs、XFS、APFS は対応）</translation>
    </message>
    <message>
        <source>1 file stays: {reason}.</source>
        <translation>1個のファイルを残します：{reason}。</translation>
    </message>
    <message>
        <source>{count} files stay: {reason}.</source>
        <translation>{count}個のファイルを残します：{reason}。</translation>
    </message>
    <message>
        <source>{count} other folders</source>
        <translation>ほか{count}個のフォルダー</translation>
    </message>
</context>
<context>
    <name>discarding</name>
    <message>
        <source>Move to</source>
        <translation>移動先</translation>
    </message>
    <message>
        <source>its rating and keywords cannot be written to {file}: {reason}</source>
        <translation>評価とキーワードを {file} に書き込めないため：{reason}</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the closest</source>
        <translation>距離：最も近い写真を隠す</translation>
    </message>
    <message>
        <source>Distances: show fewer distant photos</source>
        <translation>距離：遠い写真を減らす</translation>
    </message>
    <message>
        <source>Distances: show more distant photos</source>
        <translation>距離：遠い写真を増やす</translation>
    </message>
    <message>
        <source>Distances: show more of the closest</source>
        <translation>距離：最も近い写真をさらに表示</translation>
    </message>
</context>
<context>
    <name>empty_pages</name>
    <message>
        <source>No duplicates match these filters</source>
        <translation>フィルターに一致する重複はありません</translation>
    </message>
    <message>
        <source>Some photos have duplicates that the filters hide.</source>
        <translation>フィルターで隠れている重複があります。</translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>見つかっている重複はありません</translation>
    </message>
    <message>
        <source>Comparing the photos. What is found appears here at once.</source>
        <translation>写真を比較中です。見つかったものはすぐにここに表示されます。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>重複を検索</translation>
    </message>
    <message>
        <source>All duplicates that are known are stacked.</source>
        <translation>見つかっている重複はすべてスタックにまとめられています。</translation>
    </message>
    <message>
        <source>No two photos of the library are the same or look alike.</source>
        <translation>ライブラリに同じ写真や似た写真はありません。</translation>
    </message>
    <message>
        <source>Finds copies, even if resized, cropped or turned. No file is changed.</source>
        <translation>サイズ変更・切り抜き・回転した複製も検索します。ファイルは変更しません。</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>写真のフォルダーを追加</translation>
    </message>
    <message>
        <source>All results are outside the chosen distance range.</source>
        <translation>すべての結果が、選択した距離の範囲外です。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>似た写真を検索</translation>
    </message>
    <message>
        <source>Lookalike reads your photos in place. Nothing leaves this computer.</source>
        <translation>Lookalike は元の場所にある写真をそのまま読み取ります。データがこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>No photos match these filters</source>
        <translation>フィルターに一致する写真はありません</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>写真はまだありません</translation>
    </message>
    <message>
        <source>No results to show</source>
        <translation>表示する結果がありません</translation>
    </message>
    <message>
        <source>Photos appear here as they are indexed.</source>
        <translation>インデックスの作成が進むと、写真がここに表示されます。</translation>
    </message>
    <message>
        <source>Remove a filter above the photos, or clear them all.</source>
        <translation>写真の上にあるフィルターを解除するか、すべてクリアしてください。</translation>
    </message>
    <message>
        <source>No photo stands out for these words</source>
        <translation>この言葉にはっきり合う写真はありません</translation>
    </message>
    <message>
        <source>Try a simpler or more common word, or search by a picture.</source>
        <translation>より簡単な、または一般的な言葉を試すか、画像で検索してください。</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>再スキャン</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>すべての結果を表示</translation>
    </message>
    <message>
        <source>Try sample pictures</source>
        <translation>サンプル画像を試す</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>{start}以降</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{count} lenses</source>
        <translation>{count}本のレンズ</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>{size} 超</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>{end}以前</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>{size} 以下</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count}台のカメラ</translation>
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
        <translation>{least}～{most}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>日付なし</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start}～{end}</translation>
    </message>
</context>
<context>
    <name>first_tips</name>
    <message>
        <source>To find similar photos, drop a picture on the window, or select a photo and press S.</source>
        <translation>似た写真を検索するには、ウィンドウに画像をドロップするか、写真を選択して S キーを押します。</translation>
    </message>
    <message>
        <source>Press Space to see a photo large, and the arrow keys for the next ones.</source>
        <translation>スペースキーで写真を大きく表示し、矢印キーで次の写真に移動します。</translation>
    </message>
    <message>
        <source>Ctrl+F filters the photos by folder, date, camera and more, also in a search.</source>
        <translation>Ctrl+F で、フォルダー、日付、カメラなどによって写真を絞り込めます。検索中も使えます。</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide.</source>
        <translation>Ctrl+Z で、ゴミ箱への移動も含めて移動を元に戻せます。F1 でキーの一覧、「ヘルプ」でガイドを表示します。</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>ヒントを表示しない</translation>
    </message>
    <message>
        <source>Next tip</source>
        <translation>次のヒント</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>You can select at most {count} photos at once.</source>
        <translation>一度に選択できる写真は最大{count}枚です。</translation>
    </message>
</context>
<context>
    <name>group_model</name>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>group_text</name>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>カメラ情報なし</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>類似度{percent}%</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1グループ</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count}グループ</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>同一</translation>
    </message>
    <message>
        <source>Same pixels</source>
        <translation>同じ画素</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>同じ写真</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>連写</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>類似</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>内容が同じファイル</translation>
    </message>
    <message>
        <source>The same pixels in another format or with other metadata</source>
        <translation>画素が同じで、形式やメタデータが異なるもの</translation>
    </message>
    <message>
        <source>The same photo, resized, compressed, cropped, edited or turned</source>
        <translation>サイズ変更、圧縮、切り抜き、編集、回転をした同じ写真</translation>
    </message>
    <message>
        <source>The RAW file and the picture of one shot, or a photo and its edit</source>
        <translation>同じ撮影の RAW ファイルと画像、または写真とその編集版</translation>
    </message>
    <message>
        <source>Photos of one camera that were taken within seconds</source>
        <translation>同じカメラで数秒以内に撮影した写真</translation>
    </message>
    <message>
        <source>Different photos that look alike</source>
        <translation>よく似た別の写真</translation>
    </message>
    <message>
        <source>preferred folder</source>
        <translation>優先フォルダー</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>more pixels</source>
        <translation>画素数が多い</translation>
    </message>
    <message>
        <source>larger file</source>
        <translation>ファイルが大きい</translation>
    </message>
    <message>
        <source>sharper</source>
        <translation>鮮明</translation>
    </message>
    <message>
        <source>more metadata</source>
        <translation>メタデータが多い</translation>
    </message>
    <message>
        <source>older</source>
        <translation>古い</translation>
    </message>
    <message>
        <source>nothing around it</source>
        <translation>枠なし</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>圧縮なし</translation>
    </message>
    <message>
        <source>shorter path</source>
        <translation>パスが短い</translation>
    </message>
    <message>
        <source>Keep: {reason}</source>
        <translation>残す：{reason}</translation>
    </message>
    <message>
        <source>framed</source>
        <translation>枠付き</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>turned right</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>turned left</source>
        <translation>左に回転</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>upside down, mirrored</source>
        <translation>上下反転</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>180度回転</translation>
    </message>
    <message>
        <source>turned and mirrored</source>
        <translation>回転と左右反転</translation>
    </message>
    <message>
        <source>at least {percent} % alike</source>
        <translation>類似度{percent}%以上</translation>
    </message>
    <message>
        <source>{count} of 1 group</source>
        <translation>1グループ中{count}グループ</translation>
    </message>
    <message>
        <source>{count} of {total} groups</source>
        <translation>{total}グループ中{count}グループ</translation>
    </message>
    <message>
        <source>{size} to save</source>
        <translation>{size} を節約可能</translation>
    </message>
    <message>
        <source>shows more</source>
        <translation>写る範囲が広い</translation>
    </message>
    <message>
        <source>+ {count} identical</source>
        <translation>+ 同一{count}個</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing samples: {done} of {total}</source>
        <translation>サンプルを描画中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>{photos}のインデックスを{time}で作成しました</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>ペアを比較中：{done}/{total}</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>仕上げ中…</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>インデックス作成中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>削除中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Scanning · {files}</source>
        <translation>スキャン中 · {files}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新の状態</translation>
    </message>
    <message>
        <source>Updating codes: {done} of {total}</source>
        <translation>コードを更新中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>確認中：{total}中{done}個</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent}%</translation>
    </message>
    <message>
        <source>Preparing {done} of {total}</source>
        <translation>準備中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Looking for pairs to compare</source>
        <translation>比較するペアを検索中</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>重複を検索中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Comparing pixels of pairs: {done} of {total}</source>
        <translation>ペアの画素を比較中：{done}/{total}</translation>
    </message>
    <message>
        <source>Measuring sharpness: {done} of {total}</source>
        <translation>鮮明さを測定中：{total}中{done}枚</translation>
    </message>
    <message>
        <source>Backing up the library…</source>
        <translation>ライブラリをバックアップ中…</translation>
    </message>
</context>
<context>
    <name>kept_questions</name>
    <message>
        <source>Part of {name}</source>
        <translation>{name} の一部</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} とほか{count}枚</translation>
    </message>
    <message>
        <source>{name}, excluding {count}</source>
        <translation>{name}（{count}個を除外）</translation>
    </message>
</context>
<context>
    <name>library_opener</name>
    <message>
        <source>There is no library in {folder}. Use “New library…” to create one.</source>
        <translation>{folder} にライブラリがありません。「新しいライブラリ…」で作成してください。</translation>
    </message>
    <message>
        <source>There is no archive in {folder}. “lookalike cluster index” makes one.</source>
        <translation>{folder} にアーカイブはありません。「lookalike cluster index」で作成できます。</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
        <translation>{folder} は空ではありません。ライブラリには新しいフォルダーか空のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>No window could be opened for the library {folder}.</source>
        <translation>ライブラリ {folder} のウィンドウを開けませんでした。</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>マイライブラリ</translation>
    </message>
    <message>
        <source>The library {folder} is open in this window.</source>
        <translation>ライブラリ {folder} はこのウィンドウで開いています。</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>Identical</source>
        <translation>同一</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>類似度が低い</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>同じ写真</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>類似</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>非常に類似</translation>
    </message>
</context>
<context>
    <name>likeness_button</name>
    <message>
        <source>Shows groups by their least alike photo: how much of the picture agrees, or, of different photos, how much of their codes.</source>
        <translation>グループの中で最も似ていない写真に基づいて表示します。同じ写真では画像の一致度、別の写真ではコードの一致度を使います。</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>類似度</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Show groups by how alike their photos are</source>
        <translation>写真の類似度でグループを表示</translation>
    </message>
    <message>
        <source>At least {least} % alike</source>
        <translation>類似度{least}%以上</translation>
    </message>
    <message>
        <source>At most {most} % alike</source>
        <translation>類似度{most}%以下</translation>
    </message>
    <message>
        <source>{least}–{most} % alike</source>
        <translation>類似度{least}～{most}%</translation>
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
        <translation>{folder} が未接続のため、{name} を開けません。先にドライブを接続してください。</translation>
    </message>
    <message>
        <source>A code partly reveals its picture. Share it as carefully as the picture itself.</source>
        <translation>コードからは画像の内容が一部わかります。画像そのものと同じように注意して共有してください。</translation>
    </message>
    <message>
        <source>{path} cannot be shown because no file manager is available.</source>
        <translation>ファイルマネージャーがないため、{path} を表示できません。</translation>
    </message>
</context>
<context>
    <name>metadata_text</name>
    <message>
        <source>1/{count} s</source>
        <translation>1/{count}秒</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>露出</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦点距離</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>撮影日時</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}秒</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置情報</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>GPS position in the file</source>
        <translation>ファイルに GPS 位置情報あり</translation>
    </message>
    <message>
        <source>{length} mm (35 mm equivalent: {like} mm)</source>
        <translation>{length} mm（35 mm 換算：{like} mm）</translation>
    </message>
</context>
<context>
    <name>missing_library</name>
    <message>
        <source>Open a library</source>
        <translation>ライブラリを開く</translation>
    </message>
</context>
<context>
    <name>model_text</name>
    <message>
        <source>Default model</source>
        <translation>既定のモデル</translation>
    </message>
    <message>
        <source>My model of {day}</source>
        <translation>{day}のマイモデル</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>{day}に追加</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}から</translation>
    </message>
    <message>
        <source>trained on {photos} of this library</source>
        <translation>このライブラリの{photos}で学習</translation>
    </message>
    <message>
        <source>trained {day}</source>
        <translation>{day}に学習</translation>
    </message>
    <message>
        <source>without previews</source>
        <translation>プレビューなし</translation>
    </message>
</context>
<context>
    <name>newcomers</name>
    <message>
        <source>Choose a folder outside of “{folder}”, which the photos are in already.</source>
        <translation>写真がすでに「{folder}」にあります。その外のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>This folder contains no photos.</source>
        <translation>このフォルダーには写真がありません。</translation>
    </message>
    <message>
        <source>The library has all photos of this folder.</source>
        <translation>このフォルダーの写真はすべてライブラリにあります。</translation>
    </message>
    <message>
        <source>Identical file: {path}</source>
        <translation>同一のファイル：{path}</translation>
    </message>
    <message>
        <source>Same photo: {path}</source>
        <translation>同じ写真：{path}</translation>
    </message>
    <message>
        <source>Copy new photos to…</source>
        <translation>新しい写真をコピー…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>既存</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>高画質</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>The library does not have these photos.</source>
        <translation>ライブラリにない写真です。</translation>
    </message>
    <message>
        <source>The library has these photos, in the same size or larger.</source>
        <translation>ライブラリに同じかそれ以上のサイズで存在する写真です。</translation>
    </message>
    <message>
        <source>The library has these photos, but with fewer pixels.</source>
        <translation>ライブラリにより少ない画素数で存在する写真です。</translation>
    </message>
    <message>
        <source>These files cannot be read.</source>
        <translation>読み取れないファイルです。</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>新しい写真はありません</translation>
    </message>
    <message>
        <source>No known photos</source>
        <translation>既存の写真はありません</translation>
    </message>
    <message>
        <source>No photos with more pixels than in the library</source>
        <translation>ライブラリより画素数の多い写真はありません</translation>
    </message>
    <message>
        <source>No unreadable files</source>
        <translation>読み取れないファイルはありません</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Stopped after {done} of {files}.</source>
        <translation>{files}中{done}個で停止しました。</translation>
    </message>
    <message>
        <source>These folders have no photos.</source>
        <translation>これらのフォルダーには写真がありません。</translation>
    </message>
    <message>
        <source>The library has all photos of these folders.</source>
        <translation>これらのフォルダーの写真はすべてライブラリにあります。</translation>
    </message>
    <message>
        <source>{photos} checked.</source>
        <translation>{photos}を確認しました。</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>{folder} にコピー済み</translation>
    </message>
    <message>
        <source>Copy {photos} to…</source>
        <translation>{photos}をコピー…</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>1 bit</source>
        <translation>1ビット</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>ファイル1個</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>写真1枚</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>残り数秒</translation>
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
        <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>1秒未満</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count}ビット</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>ファイル{count}個</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}時間</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>写真{count}枚</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
        <source>{number}/s</source>
        <translation>{number}枚/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り{time}</translation>
    </message>
</context>
<context>
    <name>open_with</name>
    <message>
        <source>Open with which program?</source>
        <translation>どのプログラムで開きますか？</translation>
    </message>
</context>
<context>
    <name>outlier_model</name>
    <message>
        <source>{percent} % different from its {neighbours}th closest photo</source>
        <translation>{neighbours}番目に近い写真との差異{percent}%</translation>
    </message>
    <message>
        <source>{percent} % different</source>
        <translation>差異{percent}%</translation>
    </message>
</context>
<context>
    <name>photo_action_flow</name>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>コピー中：{done}/{total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>エクスポート中：{done}/{total}</translation>
    </message>
    <message>
        <source>Move undone ({photos}).</source>
        <translation>移動を元に戻しました（{photos}）。</translation>
    </message>
    <message>
        <source>Moving to the trash: {done} of {total}</source>
        <translation>ゴミ箱に移動中：{done}/{total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>移動中：{done}/{total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>名前を変更中：{done}/{total}</translation>
    </message>
    <message>
        <source>Undoing: {done} of {total}</source>
        <translation>元に戻しています：{done}/{total}</translation>
    </message>
    <message>
        <source>Linking: {done} of {total}</source>
        <translation>リンクを作成中：{done}/{total}</translation>
    </message>
    <message>
        <source>Sharing space: {done} of {total}</source>
        <translation>領域を共有中：{done}/{total}</translation>
    </message>
    <message>
        <source>{photos} renamed.</source>
        <translation>{photos}の名前を変更しました。</translation>
    </message>
    <message>
        <source>Rename undone ({photos}).</source>
        <translation>名前の変更を元に戻しました（{photos}）。</translation>
    </message>
    <message>
        <source>{photos} replaced by hard links.</source>
        <translation>{photos}をハードリンクに置き換えました。</translation>
    </message>
    <message>
        <source>{photos}: the space is shared with identical files now.</source>
        <translation>{photos}：同一のファイルと領域を共有するようになりました。</translation>
    </message>
    <message>
        <source>{path} could not be renamed ({reason}). It keeps its name.</source>
        <translation>{path} の名前を変更できませんでした（{reason}）。名前はそのままです。</translation>
    </message>
    <message>
        <source>{path} could not be copied ({reason}).</source>
        <translation>{path} をコピーできませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be exported ({reason}).</source>
        <translation>{path} をエクスポートできませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be replaced by a link ({reason}). It is unchanged.</source>
        <translation>{path} をリンクに置き換えられませんでした（{reason}）。変更されていません。</translation>
    </message>
    <message>
        <source>{path} could not share its space ({reason}). It is unchanged.</source>
        <translation>{path} の領域を共有できませんでした（{reason}）。変更されていません。</translation>
    </message>
    <message>
        <source>{path} could not be made a file of its own ({reason}).</source>
        <translation>{path} を独立したファイルに戻せませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>{path} could not be moved ({reason}). It is still in its place.</source>
        <translation>{path} を移動できませんでした（{reason}）。元の場所にあります。</translation>
    </message>
    <message>
        <source>Links undone ({photos}).</source>
        <translation>リンクを元に戻しました（{photos}）。</translation>
    </message>
    <message>
        <source>{path} could not be moved back ({reason}). It is still there.</source>
        <translation>{path} を元の場所に戻せませんでした（{reason}）。そのまま残っています。</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}). It was not deleted.</source>
        <translation>{path} をゴミ箱に移動できませんでした（{reason}）。削除されていません。</translation>
    </message>
    <message>
        <source>{photos} copied to {place}.</source>
        <translation>{photos}を {place} にコピーしました。</translation>
    </message>
    <message>
        <source>{photos} exported to {place}.</source>
        <translation>{photos}を {place} にエクスポートしました。</translation>
    </message>
    <message>
        <source>{photos} moved to the trash.</source>
        <translation>{photos}をゴミ箱に移動しました。</translation>
    </message>
    <message>
        <source>{photos} moved to {place}.</source>
        <translation>{photos}を {place} に移動しました。</translation>
    </message>
    <message>
        <source>{sentence} This also applies to {photos} more.</source>
        <translation>{sentence}ほか{photos}も同様です。</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>コピー先</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>コードが見ているもの</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>フォルダーにコピー…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>More like {photos}</source>
        <translation>{photos}に似た写真を増やす</translation>
    </message>
    <message>
        <source>Less like {photos}</source>
        <translation>{photos}に似た写真を減らす</translation>
    </message>
    <message>
        <source>What the code of a photo has kept of it</source>
        <translation>写真のコードに残ったものを表示</translation>
    </message>
    <message>
        <source>Copy {photos} to folder…</source>
        <translation>{photos}をフォルダーにコピー…</translation>
    </message>
    <message>
        <source>Move {photos} to folder…</source>
        <translation>{photos}をフォルダーに移動…</translation>
    </message>
    <message>
        <source>Rename {photos}…</source>
        <translation>{photos}の名前を変更…</translation>
    </message>
    <message>
        <source>Export {photos}…</source>
        <translation>{photos}をエクスポート…</translation>
    </message>
    <message>
        <source>Move {photos} to trash</source>
        <translation>{photos}をゴミ箱に移動</translation>
    </message>
    <message>
        <source>Read {photos} again</source>
        <translation>{photos}を読み込み直す</translation>
    </message>
    <message>
        <source>{action} (only the photo on top)</source>
        <translation>{action}（一番上の写真のみ）</translation>
    </message>
    <message>
        <source>Copy {photos}</source>
        <translation>{photos}をコピー</translation>
    </message>
    <message>
        <source>Find similar to {photos}</source>
        <translation>{photos}に似た写真を検索</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>似た写真を検索</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>この写真に似たものを減らす</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>この写真に似たものを増やす</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移動先</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>フォルダーに移動…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ゴミ箱に移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>別のプログラムで開く</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>プログラムから開く…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み込み直す</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>photo_filter</name>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横長</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>向き</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦点距離</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>絞り</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>画素数</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>縦長</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置情報</translation>
    </message>
    <message>
        <source>With GPS</source>
        <translation>GPS あり</translation>
    </message>
    <message>
        <source>Without GPS</source>
        <translation>GPS なし</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · disconnected</source>
        <translation>{likeness} · 未接続</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>日付なし</translation>
    </message>
</context>
<context>
    <name>preview_view</name>
    <message>
        <source>Preview: show it large</source>
        <translation>プレビュー：拡大表示</translation>
    </message>
</context>
<context>
    <name>previews_text</name>
    <message>
        <source>The current model has no previews, so it cannot show what a code has kept of a picture.</source>
        <translation>現在のモデルにはプレビューがないため、コードに画像の何が残ったかを表示できません。</translation>
    </message>
    <message>
        <source>Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are drawn from these bits alone: what you recognise in them is what the code has kept.</source>
        <translation>写真は、ビットと呼ばれる{count}個の「はい・いいえ」の印からなるコードで比較されます。プレビューはこのビットだけから描かれています。そこで見分けられるものが、コードに残ったものです。</translation>
    </message>
    <message>
        <source>The same without the bits that the model is surest of: what disappears was held by these bits.</source>
        <translation>モデルが最も確信しているビットを除いたものです。消えた部分は、そのビットが担っていた内容です。</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: select a part with the arrow keys and search for it</source>
        <translation>検索画像：矢印キーで一部を選択して検索</translation>
    </message>
</context>
<context>
    <name>rename_text</name>
    <message>
        <source>A name needs at least one character.</source>
        <translation>名前には少なくとも1文字が必要です。</translation>
    </message>
    <message>
        <source>The name contains a character that file names cannot have.</source>
        <translation>ファイル名に使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名前が長すぎます。</translation>
    </message>
    <message>
        <source>This name is reserved by Windows.</source>
        <translation>この名前は Windows で予約されています。</translation>
    </message>
    <message>
        <source>Files whose names begin with a dot are hidden.</source>
        <translation>名前がドットで始まるファイルは隠しファイルになります。</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>この名前のファイルがすでにあります。</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 similar photo</source>
        <translation>似た写真1枚</translation>
    </message>
    <message>
        <source>At least {count} similar photos</source>
        <translation>似た写真{count}枚以上</translation>
    </message>
    <message>
        <source>No photos match the filters.</source>
        <translation>フィルターに一致する写真はありません。</translation>
    </message>
    <message>
        <source>No photos within the chosen distance range.</source>
        <translation>選択した距離の範囲に写真はありません。</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>似た写真はありません</translation>
    </message>
    <message>
        <source>No other similar photos</source>
        <translation>ほかに似た写真はありません</translation>
    </message>
    <message>
        <source>None of {photos} is noticeably similar.</source>
        <translation>{photos}の中に、はっきり似ているものはありません。</translation>
    </message>
    <message>
        <source>None of {photos} that match the filters is noticeably similar.</source>
        <translation>フィルターに一致する{photos}の中に、はっきり似ているものはありません。</translation>
    </message>
    <message>
        <source>Searched {photos} that match the filters. The others are not noticeably similar.</source>
        <translation>フィルターに一致する{photos}を検索しました。ほかにはっきり似ているものはありません。</translation>
    </message>
    <message>
        <source>Photos that stand out for these words, of {photos}.</source>
        <translation>{photos}のうち、この言葉にはっきり合う写真です。</translation>
    </message>
    <message>
        <source>Searched {photos}. The others are not noticeably similar.</source>
        <translation>{photos}を検索しました。ほかにはっきり似ているものはありません。</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>ライブラリは空です。</translation>
    </message>
    <message>
        <source>These are all photos in the library.</source>
        <translation>ライブラリの写真はこれですべてです。</translation>
    </message>
    <message>
        <source>These are all photos that match the filters.</source>
        <translation>フィルターに一致する写真はこれですべてです。</translation>
    </message>
    <message>
        <source>Within the chosen distance range.</source>
        <translation>選択した距離の範囲内です。</translation>
    </message>
    <message>
        <source>{count} similar photos</source>
        <translation>似た写真{count}枚</translation>
    </message>
</context>
<context>
    <name>root_menu</name>
    <message>
        <source>Show in file manager</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Exclude from library…</source>
        <translation>ライブラリから除外…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>写真を表示</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>このフォルダー内を検索</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>再スキャン</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み込み直す</translation>
    </message>
    <message>
        <source>Locate moved folder…</source>
        <translation>移動したフォルダーの場所を指定…</translation>
    </message>
    <message>
        <source>Failed photos ({count})</source>
        <translation>失敗した写真（{count}）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Disconnected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>インデックス作成中 · {percent}%</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Paused. Not scanned until you resume it.</source>
        <translation>一時停止中。再開するまでスキャンされません。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>削除中…</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>スキャン中…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count}枚失敗</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count}枚待機中</translation>
    </message>
</context>
<context>
    <name>saved_search_list</name>
    <message>
        <source>Saved searches: rename</source>
        <translation>保存した検索：名前を変更</translation>
    </message>
    <message>
        <source>Saved searches: search again</source>
        <translation>保存した検索：もう一度検索</translation>
    </message>
</context>
<context>
    <name>search_text</name>
    <message>
        <source>Counter-example</source>
        <translation>除外例</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Photos like the pasted picture</source>
        <translation>貼り付けた画像に似た写真</translation>
    </message>
    <message>
        <source>Photos like these {count}</source>
        <translation>これら{count}枚に似た写真</translation>
    </message>
    <message>
        <source>Photos like this part of the picture</source>
        <translation>画像のこの部分に似た写真</translation>
    </message>
    <message>
        <source>Photos of “{words}”</source>
        <translation>「{words}」の写真</translation>
    </message>
    <message>
        <source>Photos like {name}</source>
        <translation>{name} に似た写真</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>この写真</translation>
    </message>
    <message>
        <source>{sentence} Searching for the other pictures.</source>
        <translation>{sentence}残りの画像で検索しています。</translation>
    </message>
    <message>
        <source>{title}, excluding {count}</source>
        <translation>{title}（{count}個を除外）</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A network in {folder} gives invalid results ({detail}). Get it again from its source.</source>
        <translation>{folder} のネットワークの結果が無効です（{detail}）。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>A network in {folder} is not of the kind that Lookalike exports ({detail}) and was not run. Use only models that Lookalike exported.</source>
        <translation>{folder} のネットワークは Lookalike がエクスポートする種類のものではないため（{detail}）、実行しませんでした。Lookalike がエクスポートしたモデルだけを使用してください。</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is already running. Wait for it or stop it first.</source>
        <translation>ライブラリ {library} の再学習はすでに実行中です。終了を待つか、先に停止してください。</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}. Wait until it is finished.</source>
        <translation>ライブラリ {library} に別のモデルをインポートしています。終了するまでお待ちください。</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}. Wait until it is finished.</source>
        <translation>別のプロセスがライブラリ {library} を変更しています。終了するまでお待ちください。</translation>
    </message>
    <message>
        <source>Comparing models needs at least {needed} photos, and the library has {photos}. Index more first.</source>
        <translation>モデルの比較には少なくとも{needed}枚の写真が必要ですが、ライブラリには{photos}枚しかありません。先にインデックスを追加してください。</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}). To add it, run: {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk). Or train quickly, which needs none (--quick).</source>
        <translation>学習に必要なコンポーネントがインストールされていません（{missing}）。追加するには次を実行してください：{command}（約 {download_gb} GB のダウンロードで、ディスクを {disk_gb} GB 使用します）。コンポーネントの要らないクイック学習（--quick）も利用できます。</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>編集した複製は以前と同じように見つかります。</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>見つかった編集した複製</translation>
    </message>
    <message>
        <source>Finding edited copies could not be measured.</source>
        <translation>編集した複製の検索は測定できませんでした。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere could not be measured.</source>
        <translation>ライブラリ以外の写真の検索は測定できませんでした。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse, which is a lot.</source>
        <translation>ライブラリ以外の写真の検索が{share}%悪化し、影響が大きくなっています。</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse.</source>
        <translation>ライブラリ以外の写真の検索が{share}%悪化しています。</translation>
    </message>
    <message>
        <source>Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them.</source>
        <translation>フォルダーの新しい写真を監視できません（{detail}）。再スキャン (F5) で見つけてください。</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before, which is too many.</source>
        <translation>以前に見つかった編集した複製のうち{share}%が見つからなくなり、多すぎます。</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before.</source>
        <translation>以前に見つかった編集した複製のうち{share}%が見つからなくなりました。</translation>
    </message>
    <message>
        <source>Near-duplicates still found</source>
        <translation>引き続き見つかるほぼ同じ写真</translation>
    </message>
    <message>
        <source>Overall, the new model is worse. We recommend keeping the current one.</source>
        <translation>全体として、新しいモデルは劣っています。現在のモデルを使い続けることをおすすめします。</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>ライブラリ以外の写真</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>ライブラリ以外の写真は以前と同じように見つかります。</translation>
    </message>
    <message>
        <source>Related photos found</source>
        <translation>見つかった関連する写真</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}). Get it again from its source.</source>
        <translation>{folder} のモデルの説明が無効です（{detail}）。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>The library has no model {model_id}. 'lookalike model list' lists its models.</source>
        <translation>ライブラリにモデル {model_id} はありません。「lookalike model list」でモデルの一覧を表示できます。</translation>
    </message>
    <message>
        <source>The library {library} can only be read, so nothing in it can be changed. Copy it to a folder that you can write.</source>
        <translation>ライブラリ {library} は読み取り専用のため、何も変更できません。書き込めるフォルダーにコピーしてください。</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}). Check the free space and the permissions of its folder.</source>
        <translation>ライブラリ {library} に書き込めません（{detail}）。空き容量とフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running. Index the library to update its codes.</source>
        <translation>ライブラリ {library} のコードはモデル {library_model} のものですが、{running_model} が実行されています。ライブラリのインデックスを作成してコードを更新してください。</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}). Move its folder away and index again; your photos are not affected.</source>
        <translation>ライブラリ {library} が破損しています（{detail}）。フォルダーを別の場所に移動し、インデックスを作成し直してください。写真への影響はありません。</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike. Update the program.</source>
        <translation>ライブラリ {library} は新しいバージョンの Lookalike で作成されています。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}. Get it again from its source.</source>
        <translation>{folder} のモデルに {detail} がありません。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike. Update the program.</source>
        <translation>{folder} のモデルには新しいバージョンの Lookalike が必要です。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or is the default model and cannot be deleted. Use another one first.</source>
        <translation>モデル {model_id} は使用中または既定のモデルのため、削除できません。先に別のモデルを使用してください。</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}). Get it again from its source.</source>
        <translation>{folder} のネットワークを実行できません（{detail}）。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>The network in {folder} does not match its description. Get it again from its source.</source>
        <translation>{folder} のネットワークが説明と一致しません。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>The new model does not clearly find more related photos in this library. We recommend keeping the current one.</source>
        <translation>新しいモデルでは、このライブラリの関連する写真が明らかに増えるとはいえません。現在のモデルを使い続けることをおすすめします。</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library but is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>新しいモデルでは、このライブラリの関連する写真がより多く見つかりますが、ライブラリ以外の写真では明らかに劣ります。このライブラリの写真で検索する場合に使用してください。</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library. We recommend using it.</source>
        <translation>新しいモデルでは、このライブラリの関連する写真がより多く見つかります。使用することをおすすめします。</translation>
    </message>
    <message>
        <source>The output cannot be written ({detail}). Send it to another place.</source>
        <translation>出力を書き込めません（{detail}）。別の場所に出力してください。</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped elsewhere. Its progress is kept; start it again with the same options to resume.</source>
        <translation>ライブラリ {library} の再学習は別の場所で停止されました。進行状況は保存されています。同じオプションでもう一度開始すると再開できます。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}). Correct or delete the file.</source>
        <translation>{path} の設定は使用できません（{detail}）。ファイルを修正するか削除してください。</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again.</source>
        <translation>タスクが予期せず終了しました（終了コード {exit_code}）。失われたものはありません。もう一度開始してください。</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}). Check the network and the free space, and try again.</source>
        <translation>学習コンポーネントをインストールできませんでした（{detail}）。ネットワークと空き容量を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no library in {library}. Check the path. 'lookalike index FOLDER --library {library}' makes one.</source>
        <translation>{library} にライブラリがありません。パスを確認してください。「lookalike index フォルダー --library {library}」で作成できます。</translation>
    </message>
    <message>
        <source>There is no library yet. Run 'lookalike index FOLDER' to make one.</source>
        <translation>ライブラリはまだありません。「lookalike index フォルダー」を実行すると作成できます。</translation>
    </message>
    <message>
        <source>Training failed: {detail}</source>
        <translation>学習に失敗しました：{detail}</translation>
    </message>
    <message>
        <source>The library {library} is open in another window, which does not answer. Close that window, on this computer or on another that uses this library, and try again.</source>
        <translation>ライブラリ {library} は、応答しない別のウィンドウで開かれています。このコンピューター、またはこのライブラリを使用する別のコンピューターで、そのウィンドウを閉じてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike again.</source>
        <translation>言葉で検索できません: {path} がないか、壊れています ({detail})。Lookalike をもう一度インストールしてください。</translation>
    </message>
    <message>
        <source>The model in use does not know words: it reads photos by another network ({detail}). Use the default model, or one that was trained from it.</source>
        <translation>使用中のモデルは言葉を扱えません。別のネットワーク ({detail}) で写真を読んでいます。既定のモデルか、そこから学習したモデルを使ってください。</translation>
    </message>
    <message>
        <source>No word of '{detail}' is known. Type what the photos show, in English or Chinese.</source>
        <translation>「{detail}」に知っている言葉がありません。写真に写っているものを英語または中国語で入力してください。</translation>
    </message>
    <message>
        <source>{path} is not there any more. Connect its drive or card again, and repeat the check.</source>
        <translation>{path} は元の場所にありません。ドライブまたはカードを接続し直し、もう一度確認してください。</translation>
    </message>
    <message>
        <source>The model {model_id} has an image encoder of your own, which thorough training cannot continue. Train quickly, or switch to another model first.</source>
        <translation>モデル {model_id} は独自の画像エンコーダーを使用しているため、詳細な学習で引き継ぐことができません。クイック学習を使うか、先に別のモデルに切り替えてください。</translation>
    </message>
    <message>
        <source>Codes of {bits} bits cannot be made with the model in use, which describes each photo by {numbers} numbers. Choose {longest} bits, or switch to another model first.</source>
        <translation>使用中のモデルは各写真を{numbers}個の数値で表すため、{bits}ビットのコードを作成できません。{longest}ビットを選択するか、先に別のモデルに切り替えてください。</translation>
    </message>
    <message>
        <source>Training needs at least {needed} photos, and there are {photos}. Choose or index more.</source>
        <translation>学習には少なくとも{needed}枚の写真が必要ですが、{photos}枚しかありません。写真を追加で選択するか、インデックスを作成してください。</translation>
    </message>
    <message>
        <source>Building a model needs at least {needed} photos, and {folder} has {photos} that can be read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better.</source>
        <translation>モデルの作成には少なくとも{needed}枚の写真が必要ですが、{folder} で読み取れる写真は{photos}枚です（{broken}枚は読み取れません）。写真の多いフォルダーを選択してください。さまざまな写真が2,000枚あると理想的です。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other programs or train without previews.</source>
        <translation>学習には {needed_mb} MB のメモリが必要ですが、空きは {free_mb} MB です。ほかのプログラムを終了するか、プレビューなしで学習してください。</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free. Free some space or train without previews.</source>
        <translation>学習には {library} のディスクに {needed_mb} MB の空きが必要ですが、空きは {free_mb} MB です。空き容量を増やすか、プレビューなしで学習してください。</translation>
    </message>
    <message>
        <source>The training component cannot be removed while a training or its installation runs. Wait for its end, or stop it, and try again.</source>
        <translation>学習中またはインストール中は、学習コンポーネントを削除できません。終了を待つか停止してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The training component in {folder} cannot be deleted. Check that you may write there, and try again.</source>
        <translation>{folder} の学習コンポーネントを削除できません。書き込み権限があることを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The training component was installed with pip, beside other packages. To remove its largest part, run: {command}</source>
        <translation>トレーニング用コンポーネントは、ほかのパッケージとともに pip でインストールされています。最も大きな部分を削除するには、次を実行してください: {command}</translation>
    </message>
    <message>
        <source>Photos of the same folder found</source>
        <translation>見つかった同じフォルダーの写真</translation>
    </message>
    <message>
        <source>Unique codes</source>
        <translation>一意のコード</translation>
    </message>
    <message>
        <source>You preferred the current model here. We recommend keeping it.</source>
        <translation>ここでは現在のモデルのほうが好まれました。現在のモデルを使い続けることをおすすめします。</translation>
    </message>
    <message>
        <source>There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them.</source>
        <translation>{path} にシャードがありません。「lookalike cluster index MANIFEST --out {path}」で作成できます。</translation>
    </message>
    <message>
        <source>The archive {path} was written by a newer version of Lookalike. Update the program.</source>
        <translation>アーカイブ {path} は新しいバージョンの Lookalike で書かれています。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>The codes of the archive {path} are not collected, or it has new shards. 'lookalike cluster collect {path}' collects them.</source>
        <translation>アーカイブ {path} のコードが集められていないか、新しいシャードがあります。「lookalike cluster collect {path}」で集められます。</translation>
    </message>
    <message>
        <source>{path} was made of another manifest or with another model. Choose a new folder for the archive, or the manifest and the model that it was made with.</source>
        <translation>{path} は別のマニフェストか別のモデルで作られています。アーカイブ用に新しいフォルダーを選ぶか、作成時のマニフェストとモデルを選んでください。</translation>
    </message>
    <message>
        <source>The archive {path} was made with a model that is not here ({detail}). You can browse it. To search it, import this model into a library, and open the archive again.</source>
        <translation>アーカイブ {path} は、ここにないモデル ({detail}) で作られています。閲覧はできます。検索するには、このモデルをライブラリに取り込み、アーカイブを開き直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Delete it, and index the manifest again: only what is missing is read.</source>
        <translation>{path} は壊れています ({detail})。削除して、マニフェストをもう一度索引付けしてください。足りないものだけが読み込まれます。</translation>
    </message>
    <message>
        <source>The archive {path} was compacted after it was opened here. Open it again, or run the command again.</source>
        <translation>アーカイブ {path} は、ここで開いた後に圧縮整理されました。もう一度開くか、コマンドをもう一度実行してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({detail}). Check that its storage is connected and may be read, and try again.</source>
        <translation>{path} は現在読み込めません ({detail})。ストレージが接続されていて読み取れることを確認し、もう一度試してください。</translation>
    </message>
    <message>
        <source>Archives need the package {package}. Run 'pip install "lookalike[cluster]"' to add it.</source>
        <translation>アーカイブには {package} パッケージが必要です。「pip install "lookalike[cluster]"」で追加してください。</translation>
    </message>
    <message>
        <source>You preferred the new model here, but it is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>ここでは新しいモデルのほうが好まれましたが、ライブラリ以外の写真では明らかに劣ります。このライブラリの写真で検索する場合に使用してください。</translation>
    </message>
    <message>
        <source>You preferred the new model here. We recommend using it.</source>
        <translation>ここでは新しいモデルのほうが好まれました。使用することをおすすめします。</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get it again from its source.</source>
        <translation>{folder} のモデルの memory.npy は記述子の表ではありません（{detail}）。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>{detail} is a link. Lookalike does not open links; save the picture first.</source>
        <translation>{detail} はリンクです。Lookalike はリンクを開きません。先に画像を保存してください。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large. Get it again from its source.</source>
        <translation>{folder} のモデルの {detail} が大きすぎます。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged. Get it again from its source.</source>
        <translation>{folder} のモデルの {detail} が変更されたか破損しています。入手元から入手し直してください。</translation>
    </message>
    <message>
        <source>{folders} cannot be read. Check its permissions.</source>
        <translation>{folders} を読み取れません。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{folders} is disconnected; its photos stay searchable.</source>
        <translation>{folders} は未接続です。写真は引き続き検索できます。</translation>
    </message>
    <message>
        <source>{folders} lies too deep to be read: its path is too long. Move it up.</source>
        <translation>{folders} は階層が深くパスが長すぎるため、読み取れません。上の階層に移動してください。</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}). Check its name and permissions.</source>
        <translation>{folder} を読み取れません（{detail}）。名前とアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{folder} contains files that do not belong to a model ({detail}). Export the model again from its source.</source>
        <translation>{folder} にモデルに属さないファイルが含まれています（{detail}）。入手元でモデルをエクスポートし直してください。</translation>
    </message>
    <message>
        <source>{folder} is not a model file or is damaged ({detail}). Export the model again from its source.</source>
        <translation>{folder} はモデルファイルではないか、破損しています（{detail}）。入手元でモデルをエクスポートし直してください。</translation>
    </message>
    <message>
        <source>{path} and the library folder {other} overlap. Choose a separate folder.</source>
        <translation>{path} とライブラリのフォルダー {other} が重なっています。別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}). Check its permissions.</source>
        <translation>{path} を読み取れません（{detail}）。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}). Choose another place or free some space.</source>
        <translation>{path} に書き込めません（{detail}）。別の場所を選択するか、空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>{path} contains zeros instead of a photo. Copy it again from its source.</source>
        <translation>{path} の内容は写真ではなくゼロだけです。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} crashes the picture decoder and is skipped. Save it again in another program.</source>
        <translation>{path} で画像デコーダーが異常終了するため、スキップしました。別のプログラムで保存し直してください。</translation>
    </message>
    <message>
        <source>{path} does not contain the photos of {root}: {found} of {looked_for} were found. Choose the folder that {root} was moved to. Nothing was changed.</source>
        <translation>{path} に {root} の写真がありません：{looked_for}枚中{found}枚が見つかりました。{root} の移動先のフォルダーを選択してください。何も変更されていません。</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or deleted.</source>
        <translation>{path} は存在しません。移動または削除された可能性があります。</translation>
    </message>
    <message>
        <source>{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG or TIFF.</source>
        <translation>{path} の形式は {detail} で、Lookalike では読み取れません。JPEG、PNG、TIFF のいずれかで保存してください。</translation>
    </message>
    <message>
        <source>{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy.</source>
        <translation>{path} は{detail}画素で、安全にデコードできる上限を超えています。小さいコピーを保存してください。</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview. Export it as JPEG or DNG.</source>
        <translation>{path} は読み取れるプレビューのない RAW ファイルです。JPEG または DNG としてエクスポートしてください。</translation>
    </message>
    <message>
        <source>{path} is a device or another special file, not a picture.</source>
        <translation>{path} はデバイスなどの特殊なファイルで、画像ではありません。</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a picture in it.</source>
        <translation>{path} はフォルダーです。中の画像を選択してください。</translation>
    </message>
    <message>
        <source>{path} is a hidden file. Rename it to index it.</source>
        <translation>{path} は隠しファイルです。インデックスを作成するには名前を変更してください。</translation>
    </message>
    <message>
        <source>{path} is a web page, although it is named like a photo. Download the photo again.</source>
        <translation>{path} は写真のような名前ですが、Web ページです。写真をダウンロードし直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded. Copy it again from its source.</source>
        <translation>{path} は破損していてデコードできません。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the photo again from its source.</source>
        <translation>{path} は空です。元の場所から写真をコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} is empty. Send a picture, as in 'lookalike search - &lt; beach.jpg'.</source>
        <translation>{path} は空です。「lookalike search - &lt; beach.jpg」のように画像を渡してください。</translation>
    </message>
    <message>
        <source>{path} is incomplete. Copy it again from its source.</source>
        <translation>{path} は不完全です。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} is longer than {detail} MB. Save it to a file.</source>
        <translation>{path} は {detail} MB を超えています。ファイルに保存してください。</translation>
    </message>
    <message>
        <source>{path} is named like a photo but contains none. Copy the photo again from its source.</source>
        <translation>{path} は写真のような名前ですが、写真ではありません。元の場所から写真をコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} is not a folder of the library. 'lookalike roots' lists its folders.</source>
        <translation>{path} はライブラリのフォルダーではありません。「lookalike roots」でフォルダーの一覧を表示できます。</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} は画像ではありません。</translation>
    </message>
    <message>
        <source>{path} is not a readable folder. Check its name and permissions.</source>
        <translation>{path} は読み取れるフォルダーではありません。名前とアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{path} is not among the failed photos, or its folder is disconnected or paused. 'lookalike failures' lists them.</source>
        <translation>{path} は失敗した写真に含まれていないか、フォルダーが未接続または一時停止中です。「lookalike failures」で一覧を表示できます。</translation>
    </message>
    <message>
        <source>{path} is not in the library. Index its folder first.</source>
        <translation>{path} はライブラリにありません。先にフォルダーのインデックスを作成してください。</translation>
    </message>
    <message>
        <source>{path} is not read any more.</source>
        <translation>{path} は読み取られなくなりました。</translation>
    </message>
    <message>
        <source>{path} is too large for a photo ({detail} GB).</source>
        <translation>{path} は写真としては大きすぎます（{detail} GB）。</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} は写真としては小さすぎます（{detail}画素）。</translation>
    </message>
    <message>
        <source>{path} needs too much memory and is skipped. Save a smaller copy.</source>
        <translation>{path} は必要なメモリが多すぎるため、スキップしました。小さいコピーを保存してください。</translation>
    </message>
    <message>
        <source>{path} takes too long to decode and is skipped. Save it again in another program.</source>
        <translation>{path} はデコードに時間がかかりすぎるため、スキップしました。別のプログラムで保存し直してください。</translation>
    </message>
    <message>
        <source>{path} was skipped because of an unexpected error ({detail}). Please report it.</source>
        <translation>{path} は予期しないエラーのためスキップしました（{detail}）。問題を報告してください。</translation>
    </message>
    <message>
        <source>{pattern} is not among the patterns. 'lookalike exclude list' lists them.</source>
        <translation>{pattern} はパターンにありません。「lookalike exclude list」で一覧を表示できます。</translation>
    </message>
    <message>
        <source>“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or Drafts/.</source>
        <translation>「{pattern}」は有効なパターンではありません。*.tmp や Drafts/ のように、.gitignore の書式を使用してください。</translation>
    </message>
    <message>
        <source>The library {library} was damaged. It was opened from its backup of {time}; the damaged file is kept in {aside}. Photos that were indexed since come back when you index again.</source>
        <translation>ライブラリ {library} が破損していたため、{time}のバックアップから開きました。破損したファイルは {aside} に保存されています。その後にインデックスを作成した写真は、もう一度インデックスを作成すると復元されます。</translation>
    </message>
    <message>
        <source>The library {library} has no backup that can be restored. 'lookalike library backup' makes one.</source>
        <translation>ライブラリ {library} には復元できるバックアップがありません。「lookalike library backup」で作成できます。</translation>
    </message>
    <message>
        <source>The library has no backup {name}. 'lookalike library backups' lists its backups.</source>
        <translation>ライブラリにバックアップ {name} はありません。「lookalike library backups」でバックアップの一覧を表示できます。</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others.</source>
        <translation>バックアップ {backup} は破損しています（{detail}）。「lookalike library backups」でほかのバックアップを表示できます。</translation>
    </message>
    <message>
        <source>{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed: put the file or folder itself there, or delete the link.</source>
        <translation>{path} はリンクであるか、Lookalike が置いたものではありません。ライブラリ内のリンクはたどりません。ファイルまたはフォルダーそのものを置くか、リンクを削除してください。</translation>
    </message>
    <message>
        <source>The model {detail} cannot compute a code of {path}. Switch to another model.</source>
        <translation>モデル {detail} は {path} のコードを計算できません。別のモデルに切り替えてください。</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>A から Z</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>追加日</translation>
    </message>
    <message>
        <source>Date taken</source>
        <translation>撮影日</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>ファイルサイズ</translation>
    </message>
    <message>
        <source>First added first</source>
        <translation>追加が古い順</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <translation>フォルダーと名前</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Recently added first</source>
        <translation>追加が新しい順</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z から A</translation>
    </message>
</context>
<context>
    <name>spare_menu</name>
    <message>
        <source>Discard all but the suggested</source>
        <translation>候補以外を破棄</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>Show the photos of each group as one, and delete none</source>
        <translation>各グループの写真を1枚として表示（削除はしません）</translation>
    </message>
</context>
<context>
    <name>stack_actions</name>
    <message>
        <source>Stack</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>None of these photos is in a stack.</source>
        <translation>これらの写真はスタックに入っていません。</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>スタックを展開または折りたたむ</translation>
    </message>
    <message>
        <source>Close the stack</source>
        <translation>スタックを折りたたむ</translation>
    </message>
    <message>
        <source>Show the photos of a stack, or only the one on top</source>
        <translation>スタックの写真をすべて、または一番上だけを表示</translation>
    </message>
    <message>
        <source>Put on top of the stack</source>
        <translation>スタックの一番上に移動</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>スタックから取り出す</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>スタックを解除</translation>
    </message>
    <message>
        <source>These photos are a stack already.</source>
        <translation>これらの写真はすでにスタックです。</translation>
    </message>
    <message>
        <source>The photo is on top of its stack now.</source>
        <translation>写真をスタックの一番上に移動しました。</translation>
    </message>
    <message>
        <source>Unstacked {photos}.</source>
        <translation>{photos}のスタックを解除しました。</translation>
    </message>
    <message>
        <source>Open the stack of {photos}</source>
        <translation>{photos}のスタックを展開</translation>
    </message>
    <message>
        <source>Show the selected photos as one, with the current photo on top</source>
        <translation>現在の写真を一番上にして、選択した写真を1枚として表示</translation>
    </message>
    <message>
        <source>Let the current photo stand for its stack</source>
        <translation>現在の写真をスタックの代表にする</translation>
    </message>
    <message>
        <source>Take the selected photos out of their stacks</source>
        <translation>選択した写真をスタックから取り出す</translation>
    </message>
    <message>
        <source>Show all photos of the stack on their own</source>
        <translation>スタックの写真をすべて個別に表示</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>{photos}をスタックにしました。</translation>
    </message>
    <message>
        <source>Stack {photos}</source>
        <translation>{photos}をスタック</translation>
    </message>
</context>
<context>
    <name>stack_badge</name>
    <message>
        <source>A stack of {photos}, folded: what is done is done with the one on top</source>
        <translation>折りたたまれた{photos}のスタック：操作は一番上の写真に適用されます</translation>
    </message>
    <message>
        <source>On top of a stack of {photos}</source>
        <translation>{photos}のスタックの一番上</translation>
    </message>
    <message>
        <source>In a stack of {photos}</source>
        <translation>{photos}のスタックの中</translation>
    </message>
</context>
<context>
    <name>stack_flow</name>
    <message>
        <source>The stacks are as they were before.</source>
        <translation>スタックを元の状態に戻しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>stacking</name>
    <message>
        <source>Stacked {count} groups.</source>
        <translation>{count}グループをスタックにしました。</translation>
    </message>
    <message>
        <source>Stack 1 group</source>
        <translation>1グループをスタック</translation>
    </message>
    <message>
        <source>These groups are stacks already.</source>
        <translation>これらのグループはすでにスタックです。</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>{count}グループをスタック</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>{photos}をスタックにしました。</translation>
    </message>
</context>
<context>
    <name>telling_apart</name>
    <message>
        <source>Files with the same content are always grouped.</source>
        <translation>内容が同じファイルは常にグループになります。</translation>
    </message>
    <message>
        <source>{photos} will not be grouped with the others of this group again.</source>
        <translation>今後、{photos}をこのグループのほかの写真とまとめません。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Grouped again.</source>
        <translation>再びグループにまとめました。</translation>
    </message>
</context>
<context>
    <name>training_text</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation>（コード{codes}、プレビュー{previews}）</translation>
    </message>
    <message>
        <source>Bit balance</source>
        <translation>ビットの均衡</translation>
    </message>
    <message>
        <source>Bit confidence</source>
        <translation>ビットの確信度</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>新しいモデルを確認中</translation>
    </message>
    <message>
        <source>Code consistency</source>
        <translation>コードの一貫性</translation>
    </message>
    <message>
        <source>It needs about {size} of memory.</source>
        <translation>約 {size} のメモリが必要です。</translation>
    </message>
    <message>
        <source>{learns}, usually in less than a minute.</source>
        <translation>{learns}。通常は1分もかかりません。</translation>
    </message>
    <message>
        <source>Colour layout</source>
        <translation>色の配置</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>画素数</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>写真を読み込み中</translation>
    </message>
    <message>
        <source>Realism</source>
        <translation>写実性</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>維持</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>類似性</translation>
    </message>
    <message>
        <source>Training codes</source>
        <translation>コードを学習中</translation>
    </message>
    <message>
        <source>Training previews</source>
        <translation>プレビューを学習中</translation>
    </message>
    <message>
        <source>Trains on {chosen} on {device}</source>
        <translation>{device}で{chosen}を学習</translation>
    </message>
    <message>
        <source>Trains on {photos} of {chosen} on {device}</source>
        <translation>{device}で{chosen}のうち{photos}枚を学習</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Fine-tuning the network</source>
        <translation>ネットワークを微調整中</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>{learns}, for up to {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}。最長{most}です（制限なしの場合は約{time}{parts}）。</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}。所要時間は約{time}{parts}です。</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>it was changed since</source>
        <translation>その後に変更されたため</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>Query picture</source>
        <translation>検索画像</translation>
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
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>並べて比較</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>最初の写真</translation>
    </message>
    <message>
        <source>Close, or pause the slideshow</source>
        <translation>閉じる、またはスライドショーを一時停止</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>似た写真を検索</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Previous photo, or pan when zoomed in</source>
        <translation>前の写真、拡大中は移動</translation>
    </message>
    <message>
        <source>Next photo, or pan when zoomed in</source>
        <translation>次の写真、拡大中は移動</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Enlarge small photos</source>
        <translation>小さい写真を拡大</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>交互表示</translation>
    </message>
    <message>
        <source>Flicker: switch now</source>
        <translation>交互表示：今すぐ切り替え</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>スライドショー</translation>
    </message>
    <message>
        <source>Slideshow over the whole screen</source>
        <translation>全画面でスライドショー</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>最後の写真</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ゴミ箱に移動</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>Next photo, or pan down when zoomed in</source>
        <translation>次の写真、拡大中は下に移動</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>Previous photo, or pan up when zoomed in</source>
        <translation>前の写真、拡大中は上に移動</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>すべての写真</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Copies of photos, side by side</source>
        <translation>写真の複製を並べて表示</translation>
    </message>
    <message>
        <source>Photos unlike any other in the library</source>
        <translation>ライブラリのほかのどの写真にも似ていない写真</translation>
    </message>
    <message>
        <source>Unusual photos</source>
        <translation>珍しい写真</translation>
    </message>
</context>
<context>
    <name>window_actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>写真(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Lookalike について</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>写真のフォルダーを追加</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複写真</translation>
    </message>
    <message>
        <source>Comparing duplicates</source>
        <translation>重複写真の比較</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>言葉で検索</translation>
    </message>
    <message>
        <source>Type what the photos show</source>
        <translation>写真に写っているものを入力する</translation>
    </message>
    <message>
        <source>Fold stacks</source>
        <translation>スタックを折りたたむ</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新しいライブラリ…</translation>
    </message>
    <message>
        <source>Create another library in a window of its own</source>
        <translation>別のウィンドウで新しいライブラリを作成</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>ライブラリを開く…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>別のウィンドウで別のライブラリを開く</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>アーカイブを開く…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Check folder for new photos…</source>
        <translation>フォルダーの新しい写真を確認…</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>すべてのモデル…</translation>
    </message>
    <message>
        <source>Show only the photo on top of each stack</source>
        <translation>各スタックの一番上の写真だけを表示</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>数百万枚の写真のアーカイブを別のウィンドウで開く</translation>
    </message>
    <message>
        <source>Which photos of a folder or memory card are not in the library?</source>
        <translation>フォルダーやメモリカードのどの写真がライブラリにないかを確認</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>表示・検索する写真を選択</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>モデルの比較</translation>
    </message>
    <message>
        <source>Undo move, rename, trash or stack</source>
        <translation>移動、名前の変更、ゴミ箱、スタックを元に戻す</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Exclude files and folders from the library</source>
        <translation>ライブラリからファイルとフォルダーを除外</translation>
    </message>
    <message>
        <source>Excluded files…</source>
        <translation>除外するファイル…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>画像に似た写真を検索</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>クリップボードの画像に似た写真を検索</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>サムネイルを大きく</translation>
    </message>
    <message>
        <source>Model and retraining</source>
        <translation>モデルと再学習</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>画像を開く…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Query, distances, code lens and lists</source>
        <translation>検索画像、距離、コードレンズ、一覧</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Rescan folders</source>
        <translation>フォルダーを再スキャン</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>再学習…</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>検索を保存</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>サイドバーの表示を切り替え</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>サムネイルを小さく</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>写真に移動</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>ウィンドウのどこからでも写真に移動</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>ビューアー</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>フォルダーの新しい写真を監視</translation>
    </message>
</context>
</TS>
