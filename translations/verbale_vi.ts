<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
    <context>
        <name>verbale::workbench::DialogWords</name>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Phím tắt</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Phím</translation>
        </message>
        <message>
            <source>What they do</source>
            <translation>Tác dụng</translation>
        </message>
        <message>
            <source>About Verbale</source>
            <translation>Giới thiệu Verbale</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Phiên bản %1</translation>
        </message>
        <message>
            <source>A workbench for translators who draft the English of Vietnamese diplomatic texts.</source>
            <translation>Bàn làm việc cho người dịch văn bản đối ngoại tiếng Việt sang tiếng Anh.</translation>
        </message>
        <message>
            <source>Free software under the Apache License 2.0. Built with Qt %1.</source>
            <translation>Phần mềm tự do theo giấy phép Apache 2.0. Dựng bằng Qt %1.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::JournalService</name>
        <message>
            <source>Typing</source>
            <translation>Gõ chữ</translation>
        </message>
        <message>
            <source>By another program</source>
            <translation>Của chương trình khác</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::DocumentController</name>
        <message>
            <source>The file was opened read-only.</source>
            <translation>Tệp được mở ở chế độ chỉ đọc.</translation>
        </message>
        <message>
            <source>The working file cannot be renamed to %1: %2. Nothing was changed.</source>
            <translation>Không đổi được tên tệp làm việc thành %1: %2. Chưa có gì thay đổi.</translation>
        </message>
        <message>
            <source>Typing</source>
            <translation>Gõ chữ</translation>
        </message>
        <message>
            <source>Confirming</source>
            <translation>Xác nhận</translation>
        </message>
        <message>
            <source>Taking the confirmation back</source>
            <translation>Bỏ xác nhận</translation>
        </message>
        <message>
            <source>Using the draft</source>
            <translation>Dùng bản thảo</translation>
        </message>
        <message>
            <source>Using the memory match</source>
            <translation>Dùng bản khớp từ bộ nhớ dịch</translation>
        </message>
        <message>
            <source>Using the machine translation</source>
            <translation>Dùng bản dịch máy</translation>
        </message>
        <message>
            <source>The file was not opened, because the translation was edited meanwhile. Save it, then open the file again.</source>
            <translation>Chưa mở tệp, vì bản dịch vừa được sửa trong lúc đó. Hãy lưu lại rồi mở tệp lần nữa.</translation>
        </message>
        <message>
            <source>The file was changed by another program.</source>
            <translation>Tệp đã bị một chương trình khác thay đổi.</translation>
        </message>
        <message>
            <source>A file with this name has appeared meanwhile.</source>
            <translation>Trong lúc đó đã xuất hiện một tệp trùng tên.</translation>
        </message>
        <message>
            <source>Splitting</source>
            <translation>Tách câu</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>Gộp câu</translation>
        </message>
        <message>
            <source>Bringing a line back</source>
            <translation>Lấy lại một dòng</translation>
        </message>
        <message>
            <source>Leaving a paragraph out</source>
            <translation>Bỏ một đoạn</translation>
        </message>
        <message>
            <source>Segmenting again</source>
            <translation>Phân câu lại</translation>
        </message>
        <message>
            <source>Accepting a review</source>
            <translation>Nhận bản hiệu đính</translation>
        </message>
        <message>
            <source>Restoring unsaved edits</source>
            <translation>Khôi phục phần sửa chưa lưu</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Hoàn tác: %1</translation>
        </message>
        <message>
            <source>Redo: %1</source>
            <translation>Làm lại: %1</translation>
        </message>
        <message>
            <source>Your unsaved edits</source>
            <translation>Phần sửa chưa lưu của bạn</translation>
        </message>
        <message>
            <source>Machine translation</source>
            <translation>Dịch máy</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EditorPage</name>
        <message>
            <source>Replacing “%1”</source>
            <translation>Thay “%1”</translation>
        </message>
        <message>
            <source>“%1” instead of “%2”. %3</source>
            <translation>Dùng “%1” thay cho “%2”. %3</translation>
        </message>
        <message>
            <source>There is nothing to replace in this translation.</source>
            <translation>Bản dịch này không có gì cần thay.</translation>
        </message>
        <message>
            <source>There is no translation to confirm yet.</source>
            <translation>Chưa có bản dịch để xác nhận.</translation>
        </message>
        <message>
            <source>Every segment is confirmed.</source>
            <translation>Mọi câu đã được xác nhận.</translation>
        </message>
        <message>
            <source>There is no draft for this segment.</source>
            <translation>Câu này không có bản thảo.</translation>
        </message>
        <message>
            <source>Copying the source</source>
            <translation>Chép bản gốc</translation>
        </message>
        <message>
            <source>Left and Right move the cursor in the source, with Ctrl by words. Enter splits there, Esc leaves.</source>
            <translation>Phím Trái, Phải đưa con trỏ trong câu nguồn, thêm Ctrl để đi từng từ. Enter tách tại đó, Esc thôi.</translation>
        </message>
        <message>
            <source>The segmentation rules find nothing to change.</source>
            <translation>Theo quy tắc phân câu, không có gì cần thay đổi.</translation>
        </message>
        <message numerus="yes">
            <source>%n paragraph(s) were segmented again.</source>
            <translation>
                <numerusform>Đã phân câu lại %n đoạn.</numerusform>
            </translation>
        </message>
        <message>
            <source>The paragraph was left out. The list below the grid has it.</source>
            <translation>Đã bỏ đoạn này. Đoạn nằm trong danh sách bên dưới bảng.</translation>
        </message>
        <message>
            <source>The line is segment %1 now.</source>
            <translation>Dòng này nay là câu số %1.</translation>
        </message>
        <message>
            <source>This paragraph is not to be translated; it is neither split nor merged.</source>
            <translation>Đoạn này không dịch nên không tách, không gộp.</translation>
        </message>
        <message>
            <source>The file says that this segment must stay as it is; it is neither split nor merged.</source>
            <translation>Tệp quy định câu này phải giữ nguyên nên không tách, không gộp được.</translation>
        </message>
        <message>
            <source>There is text on one side of the cursor only; put it between two words of the source.</source>
            <translation>Chỉ một bên con trỏ có chữ; hãy đặt con trỏ giữa hai từ của câu nguồn.</translation>
        </message>
        <message>
            <source>The cursor stands between two tags that belong together; put it before the first or behind the second.</source>
            <translation>Con trỏ đứng giữa hai thẻ đi liền với nhau; hãy đặt trước thẻ đầu hoặc sau thẻ cuối.</translation>
        </message>
        <message>
            <source>In the translation the cursor stands between two tags that belong together; put it before the first or behind the second.</source>
            <translation>Trong bản dịch, con trỏ đứng giữa hai thẻ đi liền với nhau; hãy đặt trước thẻ đầu hoặc sau thẻ cuối.</translation>
        </message>
        <message>
            <source>The paragraph ends here; only segments of one paragraph can be merged.</source>
            <translation>Đoạn kết thúc ở đây; chỉ gộp được các câu trong cùng một đoạn.</translation>
        </message>
        <message>
            <source>One of the two segments has no text.</source>
            <translation>Một trong hai câu không có chữ.</translation>
        </message>
        <message>
            <source>There is no text in this line.</source>
            <translation>Dòng này không có chữ.</translation>
        </message>
        <message>
            <source>Only paragraphs of a text can be left out; this file is another program&apos;s.</source>
            <translation>Chỉ bỏ được đoạn của văn bản; tệp này do chương trình khác tạo.</translation>
        </message>
        <message>
            <source>This paragraph has a translation; empty it first, so that nothing is lost unseen.</source>
            <translation>Đoạn này đã có bản dịch; hãy xóa bản dịch trước để không mất gì mà không biết.</translation>
        </message>
        <message>
            <source>The last paragraph of a document cannot be left out.</source>
            <translation>Không thể bỏ đoạn cuối cùng của tài liệu.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryPane</name>
        <message>
            <source>Replace “%1” by “%2”</source>
            <translation>Thay “%1” bằng “%2”</translation>
        </message>
        <message>
            <source>Looking for terms…</source>
            <translation>Đang tìm thuật ngữ…</translation>
        </message>
        <message>
            <source>No glossary term in this segment.</source>
            <translation>Câu này không có thuật ngữ nào trong bảng thuật ngữ.</translation>
        </message>
        <message>
            <source>Insert “%1”</source>
            <translation>Chèn “%1”</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>Bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Terms of this segment</source>
            <translation>Thuật ngữ của câu này</translation>
        </message>
        <message>
            <source>Double click or Alt+number inserts the English</source>
            <translation>Nhấp đúp hoặc Alt+số để chèn tiếng Anh</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MainWindow</name>
        <message>
            <source>[read-only]</source>
            <translation>[chỉ đọc]</translation>
        </message>
        <message>
            <source>Glossary terms are not shown. %1</source>
            <translation>Không hiện được thuật ngữ. %1</translation>
        </message>
        <message>
            <source>Plugins…</source>
            <translation>Phần bổ trợ…</translation>
        </message>
        <message>
            <source>Going on with %1, which holds the translation of %2.</source>
            <translation>Tiếp tục với %1, tệp đang giữ bản dịch của %2.</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>Làm lại từ đầu</translation>
        </message>
        <message>
            <source>The former translation is kept as %1.</source>
            <translation>Bản dịch trước được giữ lại trong %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) outside of the article were left out.</source>
            <translation>
                <numerusform>Đã bỏ qua %n dòng nằm ngoài bài viết.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Xem các dòng đó</translation>
        </message>
        <message>
            <source>Keep every line</source>
            <translation>Giữ mọi dòng</translation>
        </message>
        <message>
            <source>Read as %1.</source>
            <translation>Đọc theo bảng mã %1.</translation>
        </message>
        <message>
            <source>Other encoding…</source>
            <translation>Bảng mã khác…</translation>
        </message>
        <message>
            <source>Not saved: %1 Your text is still here.</source>
            <translation>Chưa lưu được: %1 Văn bản của bạn vẫn còn đây.</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Lưu thành…</translation>
        </message>
        <message>
            <source>Saved to %1</source>
            <translation>Đã lưu vào %1</translation>
        </message>
        <message>
            <source>No file yet</source>
            <translation>Chưa có tệp nào</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Hoàn tác: %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Redo: %1</source>
            <translation>Làm lại: %1</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Làm lại</translation>
        </message>
        <message>
            <source>Segment %1 of %2 · %3</source>
            <translation>Câu %1/%2 · %3</translation>
        </message>
        <message>
            <source>Text size %1 %</source>
            <translation>Cỡ chữ %1 %</translation>
        </message>
        <message>
            <source>The settings were not kept: %1</source>
            <translation>Không lưu được thiết lập: %1</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Công cụ</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Ghi đè</translation>
        </message>
        <message>
            <source>Saving %1…</source>
            <translation>Đang lưu %1…</translation>
        </message>
        <message>
            <source>The file is being saved. Wait a moment.</source>
            <translation>Đang lưu tệp. Xin chờ một chút.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Đóng thông báo này</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginsDialog</name>
        <message>
            <source>Plugins</source>
            <translation>Phần bổ trợ</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>Plugins are starting…</source>
            <translation>Các phần bổ trợ đang khởi động…</translation>
        </message>
        <message>
            <source>No plugin was found.</source>
            <translation>Không tìm thấy phần bổ trợ nào.</translation>
        </message>
        <message>
            <source>&amp;Install a plugin…</source>
            <translation>&amp;Cài đặt phần bổ trợ…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>“%1” was updated to %2.</source>
            <translation>Đã cập nhật “%1” lên %2.</translation>
        </message>
        <message>
            <source>“%1” %2 was installed.</source>
            <translation>Đã cài đặt “%1” %2.</translation>
        </message>
        <message>
            <source>“%1” was removed. It goes to the trash when this page is closed.</source>
            <translation>Đã gỡ bỏ “%1”. Phần bổ trợ sẽ vào thùng rác khi đóng trang này.</translation>
        </message>
        <message>
            <source>Trust “%1” to run inside Verbale? Nothing shuts it in there: it can read and change all your files, use the network and send your texts away, and a crash of it is a crash of Verbale. It is faster by some millionths of a second.</source>
            <translation>Tin cậy cho “%1” chạy ngay trong Verbale? Ở đó không có gì giới hạn nó: nó đọc và thay đổi được mọi tệp của bạn, dùng được mạng và gửi văn bản của bạn đi, và nếu nó hỏng thì Verbale cũng hỏng theo. Nó chỉ nhanh hơn vài phần triệu giây.</translation>
        </message>
        <message>
            <source>Leave it shut in</source>
            <translation>Vẫn giới hạn</translation>
        </message>
        <message>
            <source>Trust it</source>
            <translation>Tin cậy</translation>
        </message>
        <message>
            <source>From an &amp;archive (.zip)…</source>
            <translation>Từ tệp &amp;nén (.zip)…</translation>
        </message>
        <message>
            <source>From a &amp;folder…</source>
            <translation>Từ &amp;thư mục…</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ProgressPanel</name>
        <message>
            <source>%1 of %2 segments, %3 of %4 words confirmed</source>
            <translation>Đã xác nhận %1/%2 câu, %3/%4 tiếng</translation>
        </message>
        <message>
            <source>%1 % of the words are confirmed</source>
            <translation>Đã xác nhận %1 % số tiếng</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::QuestionWords</name>
        <message>
            <source>All that can be opened (%1)</source>
            <translation>Mọi tệp mở được (%1)</translation>
        </message>
        <message>
            <source>&lt;b&gt;Save the changes to %1?&lt;/b&gt;</source>
            <translation>&lt;b&gt;Lưu thay đổi vào %1?&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Without saving, the translations since the last save are lost.</source>
            <translation>Nếu không lưu, phần dịch từ lần lưu trước sẽ mất.</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Không lưu</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Texts and XLIFF (*.txt *.md *.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff)</source>
            <translation>Văn bản và XLIFF (*.txt *.md *.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Mọi tệp (*)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Mở</translation>
        </message>
        <message>
            <source>XLIFF (*.xlf)</source>
            <translation>XLIFF (*.xlf)</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Lưu thành</translation>
        </message>
        <message>
            <source>&lt;b&gt;Replace %1?&lt;/b&gt;</source>
            <translation>&lt;b&gt;Ghi đè %1?&lt;/b&gt;</translation>
        </message>
        <message>
            <source>A file with this name stands there already.</source>
            <translation>Ở đó đã có một tệp trùng tên.</translation>
        </message>
        <message>
            <source>&amp;Replace</source>
            <translation>&amp;Ghi đè</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;Save %n glossary entries?&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;Lưu %n mục thuật ngữ?&lt;/b&gt;</numerusform>
            </translation>
        </message>
        <message>
            <source>Something stands against them, so they were not saved by themselves. Without saving, what was typed is lost.</source>
            <translation>Có điểm cần xem lại nên các mục này chưa được tự động lưu. Nếu không lưu, những gì đã gõ sẽ mất.</translation>
        </message>
        <message>
            <source>Choose glossaries</source>
            <translation>Chọn bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Glossaries (*.tsv *.csv *.txt *.tbx *.xml *.xlsx *.vtb)</source>
            <translation>Bảng thuật ngữ (*.tsv *.csv *.txt *.tbx *.xml *.xlsx *.vtb)</translation>
        </message>
        <message>
            <source>Reviewed copies (*.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff *.html *.docx *.tsv)</source>
            <translation>Bản hiệu đính (*.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff *.html *.docx *.tsv)</translation>
        </message>
        <message>
            <source>Bring back a review</source>
            <translation>Nhận lại bản hiệu đính</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;In %n segment(s) nobody has decided between two edits.&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;%n câu có hai bản sửa mà chưa ai chọn.&lt;/b&gt;</numerusform>
            </translation>
        </message>
        <message>
            <source>Yours are in the file. The other ones stay in the history of their segments, and are not told again.</source>
            <translation>Trong tệp là bản của bạn. Bản kia vẫn còn trong lịch sử của từng câu và không được nhắc lại nữa.</translation>
        </message>
        <message>
            <source>&amp;Look at them</source>
            <translation>&amp;Xem lại</translation>
        </message>
        <message>
            <source>&amp;Close all the same</source>
            <translation>Vẫn đó&amp;ng</translation>
        </message>
        <message>
            <source>Plugins (*.zip)</source>
            <translation>Phần bổ trợ (*.zip)</translation>
        </message>
        <message>
            <source>Install a plugin</source>
            <translation>Cài đặt phần bổ trợ</translation>
        </message>
        <message>
            <source>Install a plugin: the folder with plugin.json</source>
            <translation>Cài đặt phần bổ trợ: thư mục chứa plugin.json</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Xuất</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::SampleWords</name>
        <message>
            <source>The sample cannot be copied to %1: %2</source>
            <translation>Không chép được bài mẫu vào %1: %2</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::SegmentGrid</name>
        <message>
            <source>Not to be translated</source>
            <translation>Không cần dịch</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>Các câu</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::SegmentModel</name>
        <message>
            <source>Not to be translated</source>
            <translation>Không cần dịch</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Số thứ tự</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Ctrl+T inserts the next missing tag, Ctrl+Shift+T all of them.</source>
            <translation>Ctrl+T chèn thẻ còn thiếu kế tiếp, Ctrl+Shift+T chèn tất cả.</translation>
        </message>
        <message>
            <source>Machine translation by %1, not yet looked at</source>
            <translation>Bản dịch máy của %1, chưa ai xem</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::SourceDelegate</name>
        <message>
            <source>Also: %1</source>
            <translation>Cũng dùng: %1</translation>
        </message>
        <message>
            <source>spelling differs</source>
            <translation>cách viết khác</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::StartPage</name>
        <message>
            <source>Opening %1…</source>
            <translation>Đang mở %1…</translation>
        </message>
        <message>
            <source>Vietnamese diplomatic texts into English, with the right terms</source>
            <translation>Dịch văn bản đối ngoại sang tiếng Anh, đúng thuật ngữ</translation>
        </message>
        <message>
            <source>Drop a text or an XLIFF file here</source>
            <translation>Thả tệp văn bản hoặc tệp XLIFF vào đây</translation>
        </message>
        <message>
            <source>The translation is kept beside it, as XLIFF 2.1</source>
            <translation>Bản dịch được lưu bên cạnh, dạng XLIFF 2.1</translation>
        </message>
        <message>
            <source>&amp;Open a file…</source>
            <translation>&amp;Mở tệp…</translation>
        </message>
        <message>
            <source>Open the sa&amp;mple</source>
            <translation>Mở &amp;bài mẫu</translation>
        </message>
        <message>
            <source>&amp;Recent files</source>
            <translation>Tệp &amp;gần đây</translation>
        </message>
        <message>
            <source>Files that you open are listed here.</source>
            <translation>Những tệp bạn mở sẽ được liệt kê ở đây.</translation>
        </message>
        <message>
            <source>Recent files</source>
            <translation>Tệp gần đây</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::StatusWords</name>
        <message>
            <source>Rejected, to be done again</source>
            <translation>Bị trả lại, cần dịch lại</translation>
        </message>
        <message>
            <source>Not translated</source>
            <translation>Chưa dịch</translation>
        </message>
        <message>
            <source>Pre-translated, not confirmed</source>
            <translation>Dịch sẵn, chưa xác nhận</translation>
        </message>
        <message>
            <source>Draft, not confirmed</source>
            <translation>Bản nháp, chưa xác nhận</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Đã xác nhận</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>Đã duyệt</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>Bản cuối</translation>
        </message>
        <message>
            <source>Vietnamese</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>French</source>
            <translation>Tiếng Pháp</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>Tiếng Trung</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>Tiếng Nga</translation>
        </message>
        <message>
            <source>Preferred</source>
            <translation>Ưu tiên</translation>
        </message>
        <message>
            <source>Admitted</source>
            <translation>Chấp nhận</translation>
        </message>
        <message>
            <source>Deprecated</source>
            <translation>Không nên dùng</translation>
        </message>
        <message>
            <source>Forbidden</source>
            <translation>Cấm dùng</translation>
        </message>
        <message>
            <source>The file is open for reading only.</source>
            <translation>Tệp đang mở ở chế độ chỉ đọc.</translation>
        </message>
        <message>
            <source>This segment is locked or not to be translated; the file wants it left as it is.</source>
            <translation>Câu này bị khóa hoặc không cần dịch; tệp yêu cầu giữ nguyên.</translation>
        </message>
        <message>
            <source>Machine translation, not yet looked at</source>
            <translation>Bản dịch máy, chưa ai xem</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::SuggestionPane</name>
        <message>
            <source>%1 % in English</source>
            <translation>%1 % tiếng Anh</translation>
        </message>
        <message>
            <source>The share of the source that the glossary translates</source>
            <translation>Phần bản gốc mà bảng thuật ngữ dịch được</translation>
        </message>
        <message>
            <source>Glossary draft</source>
            <translation>Bản thảo từ thuật ngữ</translation>
        </message>
        <message>
            <source>No draft for this segment.</source>
            <translation>Câu này không có bản thảo.</translation>
        </message>
        <message>
            <source>In italics: not translated yet</source>
            <translation>Chữ nghiêng: chưa dịch</translation>
        </message>
        <message>
            <source>Use draft</source>
            <translation>Dùng bản thảo</translation>
        </message>
        <message>
            <source>Replaces the translation by this text (Ctrl+D)</source>
            <translation>Thay bản dịch bằng văn bản này (Ctrl+D)</translation>
        </message>
        <message>
            <source>Memory match</source>
            <translation>Bản khớp từ bộ nhớ dịch</translation>
        </message>
        <message>
            <source>Use match</source>
            <translation>Dùng bản khớp</translation>
        </message>
        <message>
            <source>%1 % match</source>
            <translation>Khớp %1 %</translation>
        </message>
        <message>
            <source>How near the memory&apos;s source is to this one</source>
            <translation>Mức độ giống nhau giữa câu nguồn trong bộ nhớ và câu này</translation>
        </message>
        <message>
            <source>Machine translation</source>
            <translation>Bản dịch máy</translation>
        </message>
        <message>
            <source>Use translation</source>
            <translation>Dùng bản dịch</translation>
        </message>
        <message>
            <source>From: %1</source>
            <translation>Nguồn: %1</translation>
        </message>
        <message>
            <source>Tags were lost; they are put in again when it is used.</source>
            <translation>Một số thẻ đã mất; chúng sẽ được chèn lại khi dùng gợi ý này.</translation>
        </message>
        <message>
            <source>The engine that translated it</source>
            <translation>Dịch vụ đã dịch câu này</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TargetEditor</name>
        <message>
            <source>Translation</source>
            <translation>Bản dịch</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Cắt</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Sao chép</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Dán</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>Chọn &amp;tất cả</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TermCard</name>
        <message>
            <source>Ctrl+R writes “%1”</source>
            <translation>Ctrl+R thay bằng “%1”</translation>
        </message>
        <message>
            <source>Also: %1</source>
            <translation>Cũng dùng: %1</translation>
        </message>
        <message>
            <source>spelling differs</source>
            <translation>cách viết khác</translation>
        </message>
        <message>
            <source>from %1 until %2</source>
            <translation>từ %1 đến %2</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>đến %1</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>từ %1</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::WindowActions</name>
        <message>
            <source>&amp;Message above the grid</source>
            <translation>T&amp;hông báo phía trên bảng</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Xuất…</translation>
        </message>
        <message>
            <source>&amp;Replace wording that is not to be used</source>
            <translation>&amp;Thay cách viết không được dùng</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Mở…</translation>
        </message>
        <message>
            <source>Open the sa&amp;mple</source>
            <translation>Mở &amp;bài mẫu</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Lưu t&amp;hành…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>T&amp;hoát</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Hoàn tác</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Làm lại</translation>
        </message>
        <message>
            <source>&amp;Confirm and go on</source>
            <translation>&amp;Xác nhận và đi tiếp</translation>
        </message>
        <message>
            <source>Take the confirmation &amp;back</source>
            <translation>&amp;Bỏ xác nhận</translation>
        </message>
        <message>
            <source>Use the &amp;draft</source>
            <translation>&amp;Dùng bản thảo</translation>
        </message>
        <message>
            <source>Copy the &amp;source</source>
            <translation>&amp;Chép bản gốc</translation>
        </message>
        <message>
            <source>Insert the next &amp;tag</source>
            <translation>Chèn &amp;thẻ kế tiếp</translation>
        </message>
        <message>
            <source>&amp;Previous segment</source>
            <translation>Câu t&amp;rước</translation>
        </message>
        <message>
            <source>&amp;Next segment</source>
            <translation>Câu &amp;sau</translation>
        </message>
        <message>
            <source>Next &amp;unconfirmed segment</source>
            <translation>Câu &amp;chưa xác nhận kế tiếp</translation>
        </message>
        <message>
            <source>&amp;Translation</source>
            <translation>Ô &amp;dịch</translation>
        </message>
        <message>
            <source>&amp;Glossary</source>
            <translation>Bảng thuật &amp;ngữ</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>Chữ &amp;lớn hơn</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>Chữ &amp;nhỏ hơn</translation>
        </message>
        <message>
            <source>&amp;Usual text size</source>
            <translation>Cỡ chữ &amp;thường</translation>
        </message>
        <message>
            <source>&amp;Plugins…</source>
            <translation>&amp;Phần bổ trợ…</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Phím tắt</translation>
        </message>
        <message>
            <source>&amp;About Verbale</source>
            <translation>&amp;Giới thiệu Verbale</translation>
        </message>
        <message>
            <source>Enter, F2 or typing</source>
            <translation>Enter, F2 hoặc gõ chữ</translation>
        </message>
        <message>
            <source>Write in the translation of the segment</source>
            <translation>Viết vào bản dịch của câu</translation>
        </message>
        <message>
            <source>Enter in the translation</source>
            <translation>Enter khi đang dịch</translation>
        </message>
        <message>
            <source>Go to the next segment; it stays a draft</source>
            <translation>Sang câu sau; câu này vẫn là bản nháp</translation>
        </message>
        <message>
            <source>Shift+Enter</source>
            <translation>Shift+Enter</translation>
        </message>
        <message>
            <source>Begin a new line in the translation</source>
            <translation>Xuống dòng trong bản dịch</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Leave the translation; its text is kept</source>
            <translation>Rời ô dịch; chữ đã gõ được giữ</translation>
        </message>
        <message>
            <source>Insert the English of the term with that number</source>
            <translation>Chèn tiếng Anh của thuật ngữ mang số đó</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Tệp</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Sửa</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Đi tới</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Xem</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Công cụ</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Trợ &amp;giúp</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Mở &amp;gần đây</translation>
        </message>
        <message>
            <source>Reopen with &amp;encoding</source>
            <translation>Mở lại &amp;theo bảng mã</translation>
        </message>
        <message>
            <source>&amp;Insert a term</source>
            <translation>Chèn t&amp;huật ngữ</translation>
        </message>
        <message>
            <source>Term &amp;%1</source>
            <translation>Thuật ngữ &amp;%1</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Giao diện</translation>
        </message>
        <message>
            <source>&amp;Interface language</source>
            <translation>&amp;Ngôn ngữ giao diện</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Theo &amp;hệ thống</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Sáng</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Tối</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Xác nhận</translation>
        </message>
        <message>
            <source>Confirm the translation and go to the next unconfirmed segment</source>
            <translation>Xác nhận bản dịch và sang câu chưa xác nhận kế tiếp</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Mở</translation>
        </message>
        <message>
            <source>S&amp;plit the segment</source>
            <translation>&amp;Tách câu</translation>
        </message>
        <message>
            <source>&amp;Merge with the next segment</source>
            <translation>&amp;Gộp với câu sau</translation>
        </message>
        <message>
            <source>&amp;Leave out or bring back</source>
            <translation>&amp;Bỏ hoặc lấy lại</translation>
        </message>
        <message>
            <source>Se&amp;gment again</source>
            <translation>&amp;Phân câu lại</translation>
        </message>
        <message>
            <source>&amp;Left-out lines</source>
            <translation>Các &amp;dòng đã bỏ</translation>
        </message>
        <message>
            <source>Split the segment at the cursor in its source</source>
            <translation>Tách câu tại con trỏ trong câu nguồn</translation>
        </message>
        <message>
            <source>Merge the segment with the next one of its paragraph</source>
            <translation>Gộp câu với câu sau trong cùng đoạn</translation>
        </message>
        <message>
            <source>Leave the paragraph out, or bring the chosen left-out line back</source>
            <translation>Bỏ đoạn, hoặc lấy lại dòng đã chọn trong danh sách</translation>
        </message>
        <message>
            <source>Cut what is not translated by the rules of the moment; what was set by hand stays</source>
            <translation>Phân câu lại phần chưa dịch theo quy tắc hiện hành; chỗ đã tách, gộp bằng tay được giữ</translation>
        </message>
        <message>
            <source>&amp;Glossary…</source>
            <translation>&amp;Thuật ngữ…</translation>
        </message>
        <message>
            <source>&amp;Find term candidates…</source>
            <translation>Tìm thuật n&amp;gữ gợi ý…</translation>
        </message>
        <message>
            <source>Add what is selected to the &amp;glossary</source>
            <translation>Thêm phần đã chọn vào bảng thuật &amp;ngữ</translation>
        </message>
        <message>
            <source>&amp;Source, to select in it</source>
            <translation>Câu n&amp;guồn, để chọn chữ</translation>
        </message>
        <message>
            <source>Shift with the arrow keys</source>
            <translation>Shift và phím mũi tên</translation>
        </message>
        <message>
            <source>Select text, in the source too</source>
            <translation>Chọn chữ, cả trong câu nguồn</translation>
        </message>
        <message>
            <source>Add what is selected in the source and the translation to your glossary; in a term that was found, open its entry</source>
            <translation>Thêm phần đã chọn trong câu nguồn và bản dịch vào bảng thuật ngữ của bạn; nếu con trỏ ở trong thuật ngữ đã tìm thấy thì mở mục từ đó</translation>
        </message>
        <message>
            <source>Insert &amp;all missing tags</source>
            <translation>Chèn tất cả thẻ còn t&amp;hiếu</translation>
        </message>
        <message>
            <source>Next segment with ta&amp;g problems</source>
            <translation>Câu kế tiếp có lỗi th&amp;ẻ</translation>
        </message>
        <message>
            <source>Insert the next tag that the translation lacks, or the next pair around what is selected</source>
            <translation>Chèn thẻ kế tiếp mà bản dịch còn thiếu, hoặc bao phần đang chọn bằng cặp thẻ kế tiếp</translation>
        </message>
        <message>
            <source>Insert the tags that the translation lacks where they probably belong</source>
            <translation>Chèn các thẻ mà bản dịch còn thiếu vào chỗ thích hợp nhất</translation>
        </message>
        <message>
            <source>Bring back a &amp;review…</source>
            <translation>Nhận lạ&amp;i bản hiệu đính…</translation>
        </message>
        <message>
            <source>&amp;History of the segment…</source>
            <translation>&amp;Lịch sử của câu…</translation>
        </message>
        <message>
            <source>&amp;Translate this segment by machine</source>
            <translation>&amp;Dịch máy câu này</translation>
        </message>
        <message>
            <source>&amp;Pre-translate the rest by machine…</source>
            <translation>Dịch máy &amp;trước phần còn lại…</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Hủy</translation>
        </message>
        <message>
            <source>&amp;Engines…</source>
            <translation>Dị&amp;ch vụ dịch máy…</translation>
        </message>
        <message>
            <source>&amp;What left this machine…</source>
            <translation>&amp;Những gì đã rời máy này…</translation>
        </message>
        <message>
            <source>&amp;Machine translation</source>
            <translation>Dịch &amp;máy</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LeftOutPane</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Dòng %1: %2</translation>
        </message>
        <message>
            <source>Left out (%1)</source>
            <translation>Đã bỏ (%1)</translation>
        </message>
        <message>
            <source>Lines of the page that are not translated (%1)</source>
            <translation>Các dòng của trang không dịch (%1)</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n line(s)</source>
            <translation>
                <numerusform>Đã bỏ %n dòng</numerusform>
            </translation>
        </message>
        <message>
            <source>Lines that were left out</source>
            <translation>Các dòng đã bỏ</translation>
        </message>
        <message>
            <source>Enter, Insert or %1 brings a line back</source>
            <translation>Enter, Insert hoặc %1 lấy lại dòng</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LeftOutWords</name>
        <message>
            <source>Menus</source>
            <translation>Trình đơn</translation>
        </message>
        <message>
            <source>Date lines</source>
            <translation>Dòng ngày giờ</translation>
        </message>
        <message>
            <source>Authors</source>
            <translation>Tác giả</translation>
        </message>
        <message>
            <source>Links to other texts</source>
            <translation>Liên kết đến bài khác</translation>
        </message>
        <message>
            <source>Repeated lines</source>
            <translation>Dòng lặp lại</translation>
        </message>
        <message>
            <source>Names of pictures</source>
            <translation>Tên ảnh</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Nguồn tin</translation>
        </message>
        <message>
            <source>Other texts on the page</source>
            <translation>Bài khác trên trang</translation>
        </message>
        <message>
            <source>Page footer</source>
            <translation>Chân trang</translation>
        </message>
        <message>
            <source>Left out by you</source>
            <translation>Bạn đã bỏ</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReceiptWords</name>
        <message>
            <source>Used</source>
            <translation>Đã dùng</translation>
        </message>
        <message>
            <source>Not in the translation</source>
            <translation>Chưa có trong bản dịch</translation>
        </message>
        <message>
            <source>In short: “%1”</source>
            <translation>Gọi tắt: “%1”</translation>
        </message>
        <message>
            <source>No English in the glossary</source>
            <translation>Bảng thuật ngữ chưa có tiếng Anh</translation>
        </message>
        <message>
            <source>Not to be used: “%1”</source>
            <translation>Không được dùng: “%1”</translation>
        </message>
        <message>
            <source>Write: %1 (Ctrl+R)</source>
            <translation>Nên viết: %1 (Ctrl+R)</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::CommandMenu</name>
        <message>
            <source>Plugin commands on the &amp;segment</source>
            <translation>Lệnh của phần bổ trợ cho &amp;câu này</translation>
        </message>
        <message>
            <source>Plugin commands on the whole &amp;document</source>
            <translation>Lệnh của phần bổ trợ cho cả &amp;văn bản</translation>
        </message>
        <message>
            <source>The commands of a plugin are missing. %1</source>
            <translation>Thiếu lệnh của một phần bổ trợ. %1</translation>
        </message>
        <message>
            <source>Asking %1…</source>
            <translation>Đang hỏi %1…</translation>
        </message>
        <message>
            <source>There is nothing here that may be changed.</source>
            <translation>Ở đây không có gì được phép sửa.</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 trên %3</translation>
        </message>
        <message>
            <source>%1 is at work…</source>
            <translation>%1 đang chạy…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Đã hủy; không có gì thay đổi.</translation>
        </message>
        <message>
            <source>%1 Nothing was changed.</source>
            <translation>%1 Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Không có gì thay đổi.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) changed</source>
            <translation>
                <numerusform>Đã sửa %n câu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) were edited meanwhile and stay as they are.</source>
            <translation>
                <numerusform>%n câu đã được sửa trong lúc chờ và giữ nguyên như vậy.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n segment(s) tags were lost or doubled and have been put right; look at them.</source>
            <translation>
                <numerusform>Ở %n câu có thẻ bị mất hoặc bị lặp và đã được sửa lại; hãy xem lại.</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” was not carried out. Nothing was changed.</source>
            <translation>“%1” chưa được thực hiện. Không có gì thay đổi.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ConflictPanel</name>
        <message>
            <source>&lt;b&gt;Look before it is saved&lt;/b&gt;</source>
            <translation>&lt;b&gt;Xem lại trước khi lưu&lt;/b&gt;</translation>
        </message>
        <message>
            <source>&lt;b&gt;Good to know&lt;/b&gt;</source>
            <translation>&lt;b&gt;Lưu ý&lt;/b&gt;</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>và %n điểm khác</numerusform>
            </translation>
        </message>
        <message>
            <source>Save &amp;all the same</source>
            <translation>&amp;Vẫn lưu</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Mở mục đó</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>Gộp…</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EntryFacts</name>
        <message>
            <source>About this entry</source>
            <translation>Về mục từ này</translation>
        </message>
        <message>
            <source>Stands for the entry %1</source>
            <translation>Thay cho mục %1</translation>
        </message>
        <message>
            <source>use that one again</source>
            <translation>dùng lại mục đó</translation>
        </message>
        <message>
            <source>Another entry stands for this one; the document does not use it.</source>
            <translation>Đã có mục khác thay cho mục này; văn bản không dùng mục này.</translation>
        </message>
        <message>
            <source>This termbase is read-only. What you change is kept in your own terms.</source>
            <translation>Kho thuật ngữ này chỉ đọc. Những gì bạn sửa được lưu vào thuật ngữ của bạn.</translation>
        </message>
        <message>
            <source>Other senses: %1</source>
            <translation>Nghĩa khác: %1</translation>
        </message>
        <message>
            <source>Confirmed %1</source>
            <translation>Xác nhận %1</translation>
        </message>
        <message>
            <source>Confirmed %1 by %2</source>
            <translation>%2 xác nhận %1</translation>
        </message>
        <message>
            <source>Never confirmed</source>
            <translation>Chưa được xác nhận</translation>
        </message>
        <message numerus="yes">
            <source>used %n time(s)</source>
            <translation>
                <numerusform>đã dùng %n lần</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) in this document</source>
            <translation>
                <numerusform>%n lần trong văn bản này</numerusform>
            </translation>
        </message>
        <message>
            <source>Last changed %1</source>
            <translation>Sửa lần cuối %1</translation>
        </message>
        <message>
            <source>Last changed %1 by %2</source>
            <translation>%2 sửa lần cuối %1</translation>
        </message>
        <message>
            <source>hide the history</source>
            <translation>ẩn lịch sử</translation>
        </message>
        <message>
            <source>history (%1)</source>
            <translation>lịch sử (%1)</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>Đã hoàn tác: %1</translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>Đã làm lại: %1</translation>
        </message>
        <message>
            <source>restore this</source>
            <translation>khôi phục bản này</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EntryForm</name>
        <message>
            <source>The entry has no Vietnamese term yet.</source>
            <translation>Mục từ chưa có thuật ngữ tiếng Việt.</translation>
        </message>
        <message>
            <source>The entry has no English term yet.</source>
            <translation>Mục từ chưa có thuật ngữ tiếng Anh.</translation>
        </message>
        <message>
            <source>“%1” is no date. Write 2025, 2025-03 or 2025-03-01.</source>
            <translation>“%1” không phải là ngày tháng. Hãy viết 2025, 2025-03 hoặc 2025-03-01.</translation>
        </message>
        <message>
            <source>Add a &amp;Vietnamese term</source>
            <translation>Thêm từ tiếng &amp;Việt</translation>
        </message>
        <message>
            <source>Add an En&amp;glish term</source>
            <translation>Thêm từ tiếng &amp;Anh</translation>
        </message>
        <message>
            <source>&amp;Domain</source>
            <translation>&amp;Lĩnh vực</translation>
        </message>
        <message>
            <source>&amp;Part of speech</source>
            <translation>&amp;Từ loại</translation>
        </message>
        <message>
            <source>Authorit&amp;y</source>
            <translation>&amp;Căn cứ</translation>
        </message>
        <message>
            <source>&amp;Note</source>
            <translation>&amp;Ghi chú</translation>
        </message>
        <message>
            <source>E&amp;xample</source>
            <translation>Ví &amp;dụ</translation>
        </message>
        <message>
            <source>Va&amp;lid from</source>
            <translation>&amp;Hiệu lực từ</translation>
        </message>
        <message>
            <source>to</source>
            <translation>đến</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Hiệu lực từ</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>Hiệu lực đến</translation>
        </message>
        <message>
            <source>year-month-day</source>
            <translation>năm-tháng-ngày</translation>
        </message>
        <message>
            <source>A year, a month or a day: 2025, 2025-03, 2025-03-01</source>
            <translation>Năm, tháng hoặc ngày: 2025, 2025-03, 2025-03-01</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EntryPane</name>
        <message>
            <source>New entry</source>
            <translation>Mục từ mới</translation>
        </message>
        <message>
            <source>Choose an entry, or begin a new one with Ctrl+N.</source>
            <translation>Chọn một mục từ, hoặc nhấn Ctrl+N để thêm mục mới.</translation>
        </message>
        <message>
            <source>Sa&amp;ve</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Bỏ</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Xác nhận</translation>
        </message>
        <message>
            <source>Save the entry (Ctrl+S)</source>
            <translation>Lưu mục từ (Ctrl+S)</translation>
        </message>
        <message>
            <source>Discard what was typed (Ctrl+R)</source>
            <translation>Bỏ những gì vừa gõ (Ctrl+R)</translation>
        </message>
        <message>
            <source>Say that the entry is right as of today (Ctrl+Enter)</source>
            <translation>Ghi nhận mục từ đúng tính đến hôm nay (Ctrl+Enter)</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EntryTable</name>
        <message>
            <source>Shipped glossary</source>
            <translation>Bảng đi kèm</translation>
        </message>
        <message>
            <source>My terms</source>
            <translation>Thuật ngữ của tôi</translation>
        </message>
        <message>
            <source>%1
Another entry stands for it.</source>
            <translation>%1
Đã có mục khác thay thế.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Vietnamese</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>Lĩnh vực</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Termbase</source>
            <translation>Kho thuật ngữ</translation>
        </message>
        <message>
            <source>Last change</source>
            <translation>Sửa lần cuối</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::DocumentExport</name>
        <message>
            <source>&amp;Write…</source>
            <translation>&amp;Ghi…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Export the document</source>
            <translation>Xuất tài liệu</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>Đã xuất ra %1</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Định dạng</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>Đị&amp;nh dạng</translation>
        </message>
        <message>
            <source>Keep the &amp;lines that were left out</source>
            <translation>Giữ các &amp;dòng đã bỏ qua</translation>
        </message>
        <message>
            <source>Looking what the format can carry…</source>
            <translation>Đang xem định dạng chứa được những gì…</translation>
        </message>
        <message>
            <source>The format carries all of it.</source>
            <translation>Định dạng này chứa được tất cả.</translation>
        </message>
        <message>
            <source>&lt;b&gt;What the format cannot carry&lt;/b&gt;</source>
            <translation>&lt;b&gt;Những gì định dạng này không chứa được&lt;/b&gt;</translation>
        </message>
        <message>
            <source>This is the document&apos;s own file. Choose another name.</source>
            <translation>Đây chính là tệp của tài liệu. Hãy chọn tên khác.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ExportWords</name>
        <message>
            <source>XLIFF 1.2 (older tools)</source>
            <translation>XLIFF 1.2 (công cụ cũ)</translation>
        </message>
        <message>
            <source>XLIFF 2.0</source>
            <translation>XLIFF 2.0</translation>
        </message>
        <message>
            <source>XLIFF 2.1</source>
            <translation>XLIFF 2.1</translation>
        </message>
        <message>
            <source>XLIFF 2.2</source>
            <translation>XLIFF 2.2</translation>
        </message>
        <message>
            <source>Translation memory (TMX 1.4)</source>
            <translation>Bộ nhớ dịch (TMX 1.4)</translation>
        </message>
        <message>
            <source>The translation as a text</source>
            <translation>Bản dịch dạng văn bản</translation>
        </message>
        <message>
            <source>Review table (web page)</source>
            <translation>Bảng duyệt (trang web)</translation>
        </message>
        <message>
            <source>Review table (Word document)</source>
            <translation>Bảng duyệt (tài liệu Word)</translation>
        </message>
        <message>
            <source>Table with tabs (TSV)</source>
            <translation>Bảng phân cách bằng tab (TSV)</translation>
        </message>
        <message>
            <source>The grouping of paragraphs</source>
            <translation>Cách nhóm các đoạn</translation>
        </message>
        <message>
            <source>The skeleton of the original document</source>
            <translation>Phần khung của tài liệu gốc</translation>
        </message>
        <message>
            <source>Notes about whole files or groups</source>
            <translation>Ghi chú cho cả tệp hoặc nhóm</translation>
        </message>
        <message>
            <source>Metadata of other tools</source>
            <translation>Siêu dữ liệu của công cụ khác</translation>
        </message>
        <message>
            <source>Format styles</source>
            <translation>Kiểu định dạng</translation>
        </message>
        <message>
            <source>Resource data</source>
            <translation>Dữ liệu tài nguyên</translation>
        </message>
        <message>
            <source>Tracked changes</source>
            <translation>Dấu vết thay đổi</translation>
        </message>
        <message>
            <source>Restrictions of size and length</source>
            <translation>Giới hạn kích thước và độ dài</translation>
        </message>
        <message>
            <source>Validation rules</source>
            <translation>Quy tắc kiểm tra</translation>
        </message>
        <message>
            <source>Plural, gender and select forms</source>
            <translation>Dạng số nhiều, giống và lựa chọn</translation>
        </message>
        <message>
            <source>ITS metadata</source>
            <translation>Siêu dữ liệu ITS</translation>
        </message>
        <message>
            <source>Extensions of other tools</source>
            <translation>Phần mở rộng của công cụ khác</translation>
        </message>
        <message>
            <source>Another order of targets than of sources</source>
            <translation>Thứ tự bản dịch khác thứ tự bản gốc</translation>
        </message>
        <message>
            <source>Targets of what stands between segments</source>
            <translation>Bản dịch của phần nằm giữa các câu</translation>
        </message>
        <message>
            <source>Tags between segments</source>
            <translation>Thẻ nằm giữa các câu</translation>
        </message>
        <message>
            <source>The phases of the work</source>
            <translation>Các giai đoạn công việc</translation>
        </message>
        <message>
            <source>The list of tools</source>
            <translation>Danh sách công cụ</translation>
        </message>
        <message>
            <source>References to other files</source>
            <translation>Tham chiếu đến tệp khác</translation>
        </message>
        <message>
            <source>A glossary in the header</source>
            <translation>Bảng thuật ngữ ở phần đầu tệp</translation>
        </message>
        <message>
            <source>Counts of words and the like</source>
            <translation>Số đếm từ và các số đếm khác</translation>
        </message>
        <message>
            <source>Properties of other tools</source>
            <translation>Thuộc tính của công cụ khác</translation>
        </message>
        <message>
            <source>Contexts of paragraphs</source>
            <translation>Ngữ cảnh của đoạn</translation>
        </message>
        <message>
            <source>Units with binary content</source>
            <translation>Đơn vị có nội dung nhị phân</translation>
        </message>
        <message>
            <source>Notes and metadata of the whole document</source>
            <translation>Ghi chú và siêu dữ liệu của cả tài liệu</translation>
        </message>
        <message>
            <source>Notes on resource items</source>
            <translation>Ghi chú của mục tài nguyên</translation>
        </message>
        <message>
            <source>References of notes</source>
            <translation>Tham chiếu trong ghi chú</translation>
        </message>
        <message>
            <source>Ids that the format does not allow: they are changed</source>
            <translation>Mã định danh mà định dạng không cho phép: sẽ được đổi</translation>
        </message>
        <message>
            <source>Characters that XML does not allow, in notes</source>
            <translation>Ký tự mà XML không cho phép, trong ghi chú</translation>
        </message>
        <message>
            <source>Tags, in the format’s own form</source>
            <translation>Thẻ, chuyển sang dạng riêng của định dạng</translation>
        </message>
        <message>
            <source>Annotations without their end</source>
            <translation>Chú giải thiếu phần kết thúc</translation>
        </message>
        <message>
            <source>Categories of notes</source>
            <translation>Loại ghi chú</translation>
        </message>
        <message>
            <source>Decisions about the ends of sentences</source>
            <translation>Quyết định về chỗ ngắt câu</translation>
        </message>
        <message>
            <source>That a paragraph was brought back</source>
            <translation>Việc một đoạn được đưa trở lại</translation>
        </message>
        <message>
            <source>That a tag must not be deleted or moved</source>
            <translation>Việc thẻ không được xóa hoặc di chuyển</translation>
        </message>
        <message>
            <source>The places of segments in the original text</source>
            <translation>Vị trí của câu trong văn bản gốc</translation>
        </message>
        <message>
            <source>Where translations carry terms</source>
            <translation>Vị trí của thuật ngữ trong bản dịch</translation>
        </message>
        <message>
            <source>That a segment must not be split or merged</source>
            <translation>Việc câu không được tách hoặc gộp</translation>
        </message>
        <message>
            <source>Untranslated segments: they stay in the source language or are left out</source>
            <translation>Câu chưa dịch: giữ nguyên tiếng gốc hoặc bị bỏ qua</translation>
        </message>
        <message>
            <source>Tags, in a plain text</source>
            <translation>Thẻ, trong văn bản thuần</translation>
        </message>
        <message>
            <source>Detailed states of untranslated segments</source>
            <translation>Trạng thái chi tiết của câu chưa dịch</translation>
        </message>
        <message>
            <source>Marked terms</source>
            <translation>Thuật ngữ đã đánh dấu</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Gợi ý dịch</translation>
        </message>
        <message>
            <source>Lines that were left out</source>
            <translation>Các dòng đã bỏ qua</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 (%2, first in %3)</source>
            <translation>%1 (%2, chỗ đầu tiên ở %3)</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ExportWizard</name>
        <message>
            <source>&amp;Write…</source>
            <translation>&amp;Ghi…</translation>
        </message>
        <message>
            <source>Export entries</source>
            <translation>Xuất mục từ</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Mục từ</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Định dạng</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>&amp;Entries</source>
            <translation>&amp;Mục từ</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>Đị&amp;nh dạng</translation>
        </message>
        <message>
            <source>All termbases, as the document sees them</source>
            <translation>Mọi kho, như văn bản đang dùng</translation>
        </message>
        <message>
            <source>What the table shows</source>
            <translation>Những gì bảng đang hiện</translation>
        </message>
        <message>
            <source>Selected entries: %1</source>
            <translation>Các mục đã chọn: %1</translation>
        </message>
        <message>
            <source>%1 entries</source>
            <translation>%1 mục từ</translation>
        </message>
        <message>
            <source>Looking what the format can hold…</source>
            <translation>Đang xem định dạng giữ được những gì…</translation>
        </message>
        <message>
            <source>The format holds all of it.</source>
            <translation>Định dạng này giữ được tất cả.</translation>
        </message>
        <message>
            <source>&lt;b&gt;What the format cannot hold&lt;/b&gt;</source>
            <translation>&lt;b&gt;Những gì định dạng không giữ được&lt;/b&gt;</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::FindingWords</name>
        <message>
            <source>Row that cannot be read</source>
            <translation>Dòng không đọc được</translation>
        </message>
        <message>
            <source>One id for two entries</source>
            <translation>Hai mục trùng mã</translation>
        </message>
        <message>
            <source>The same terms in two entries</source>
            <translation>Hai mục có cùng thuật ngữ</translation>
        </message>
        <message>
            <source>The English of another entry</source>
            <translation>Trùng tiếng Anh với mục khác</translation>
        </message>
        <message>
            <source>Same Vietnamese as another entry, without a domain</source>
            <translation>Trùng tiếng Việt với mục khác mà không có lĩnh vực</translation>
        </message>
        <message>
            <source>Same Vietnamese as another entry</source>
            <translation>Trùng tiếng Việt với mục khác</translation>
        </message>
        <message>
            <source>A letter that only looks right</source>
            <translation>Chữ chỉ giống về hình dạng</translation>
        </message>
        <message>
            <source>Letters that are not composed</source>
            <translation>Chữ chưa ghép dấu</translation>
        </message>
        <message>
            <source>A row for each number</source>
            <translation>Mỗi số một hàng</translation>
        </message>
        <message>
            <source>A country that the English does not name</source>
            <translation>Nước có trong tiếng Việt mà tiếng Anh không nêu</translation>
        </message>
        <message>
            <source>Found inside other words</source>
            <translation>Nằm trong từ ngữ khác</translation>
        </message>
        <message>
            <source>No reason why it is not to be used</source>
            <translation>Chưa nói vì sao không được dùng</translation>
        </message>
        <message>
            <source>Two entries valid at one time</source>
            <translation>Hai mục từ cùng có hiệu lực</translation>
        </message>
        <message>
            <source>Dates the wrong way round</source>
            <translation>Thời hạn bị đảo ngược</translation>
        </message>
        <message>
            <source>A place for a number that cannot be filled</source>
            <translation>Chỗ điền số không dùng được</translation>
        </message>
        <message>
            <source>Odd white space</source>
            <translation>Khoảng trắng bất thường</translation>
        </message>
        <message>
            <source>Placeholders do not match</source>
            <translation>Chỗ điền số không khớp</translation>
        </message>
        <message>
            <source>No authority</source>
            <translation>Chưa có căn cứ</translation>
        </message>
        <message>
            <source>No domain</source>
            <translation>Chưa có lĩnh vực</translation>
        </message>
        <message>
            <source>Abbreviation of several entries</source>
            <translation>Chữ viết tắt của nhiều mục</translation>
        </message>
        <message>
            <source>Abbreviation differs from another entry</source>
            <translation>Chữ viết tắt khác với mục khác</translation>
        </message>
        <message>
            <source>Long abbreviation</source>
            <translation>Chữ viết tắt quá dài</translation>
        </message>
        <message>
            <source>Odd abbreviation</source>
            <translation>Chữ viết tắt bất thường</translation>
        </message>
        <message>
            <source>Nothing to write instead</source>
            <translation>Chưa có từ thay thế</translation>
        </message>
        <message>
            <source>Add %1</source>
            <translation>Thêm %1</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>Sửa %1</translation>
        </message>
        <message>
            <source>Delete %1</source>
            <translation>Xóa %1</translation>
        </message>
        <message>
            <source>Merge %1</source>
            <translation>Gộp %1</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>Nhập %1</translation>
        </message>
        <message>
            <source>Confirm %1</source>
            <translation>Xác nhận %1</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::FindingsPanel</name>
        <message>
            <source>Findings</source>
            <translation>Điểm cần xem</translation>
        </message>
        <message>
            <source>Looking through the termbases…</source>
            <translation>Đang rà soát các kho thuật ngữ…</translation>
        </message>
        <message>
            <source>Nothing to find fault with.</source>
            <translation>Không có gì cần sửa.</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s) · F8 goes to the next one</source>
            <translation>
                <numerusform>%n điểm cần xem · F8 đến điểm tiếp theo</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryActions</name>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Nhập…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Xuất…</translation>
        </message>
        <message>
            <source>&amp;Termbases…</source>
            <translation>&amp;Kho thuật ngữ…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Hoàn tác</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Làm lại</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Tìm</translation>
        </message>
        <message>
            <source>Show &amp;all entries</source>
            <translation>Hiện &amp;mọi mục từ</translation>
        </message>
        <message>
            <source>&amp;New entry</source>
            <translation>Mục từ &amp;mới</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation>&amp;Nhân đôi</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>&amp;Discard what was typed</source>
            <translation>&amp;Bỏ những gì vừa gõ</translation>
        </message>
        <message>
            <source>&amp;Confirm</source>
            <translation>&amp;Xác nhận</translation>
        </message>
        <message>
            <source>&amp;Merge the selected entries…</source>
            <translation>&amp;Gộp các mục đã chọn…</translation>
        </message>
        <message>
            <source>De&amp;lete</source>
            <translation>Xó&amp;a</translation>
        </message>
        <message>
            <source>&amp;Previous entry</source>
            <translation>Mục &amp;trước</translation>
        </message>
        <message>
            <source>&amp;Next entry</source>
            <translation>Mục &amp;sau</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;Bảng</translation>
        </message>
        <message>
            <source>Entr&amp;y</source>
            <translation>Mục &amp;từ</translation>
        </message>
        <message>
            <source>Next &amp;finding</source>
            <translation>Điểm cần &amp;xem tiếp theo</translation>
        </message>
        <message>
            <source>P&amp;revious finding</source>
            <translation>Điểm cần xem t&amp;rước đó</translation>
        </message>
        <message>
            <source>F&amp;indings</source>
            <translation>Các đ&amp;iểm cần xem</translation>
        </message>
        <message>
            <source>&amp;Where the entry is used</source>
            <translation>&amp;Nơi dùng mục từ</translation>
        </message>
        <message>
            <source>&amp;Unify in the document…</source>
            <translation>Thống n&amp;hất trong văn bản…</translation>
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Hoàn tác: %1</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Làm lại: %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Làm lại</translation>
        </message>
        <message>
            <source>&amp;Glossary</source>
            <translation>&amp;Thuật ngữ</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Chỉnh sửa</translation>
        </message>
        <message>
            <source>E&amp;ntry</source>
            <translation>&amp;Mục từ</translation>
        </message>
        <message>
            <source>G&amp;o</source>
            <translation>Đ&amp;i tới</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Mới</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Xác nhận</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryFilters</name>
        <message>
            <source>Search in Vietnamese or English, with or without diacritics</source>
            <translation>Tìm tiếng Việt hoặc tiếng Anh, có dấu hay không dấu</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Tìm</translation>
        </message>
        <message>
            <source>&amp;Used in this document</source>
            <translation>Có trong &amp;văn bản này</translation>
        </message>
        <message>
            <source>All domains</source>
            <translation>Mọi lĩnh vực</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>Lĩnh vực</translation>
        </message>
        <message>
            <source>Every status</source>
            <translation>Mọi trạng thái</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>All termbases</source>
            <translation>Mọi kho thuật ngữ</translation>
        </message>
        <message>
            <source>Termbase</source>
            <translation>Kho thuật ngữ</translation>
        </message>
        <message>
            <source>Every authority</source>
            <translation>Mọi căn cứ</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Căn cứ</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryWindow</name>
        <message>
            <source>Saved</source>
            <translation>Đã lưu</translation>
        </message>
        <message numerus="yes">
            <source>Confirmed: %n entries</source>
            <translation>
                <numerusform>Đã xác nhận: %n mục</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries were deleted.</source>
            <translation>
                <numerusform>Đã xóa %n mục.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message numerus="yes">
            <source>%n entries were imported.</source>
            <translation>
                <numerusform>Đã nhập %n mục.</numerusform>
            </translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>Đã ghi vào %1</translation>
        </message>
        <message>
            <source>Reading the termbases…</source>
            <translation>Đang đọc các kho thuật ngữ…</translation>
        </message>
        <message>
            <source>More than %1 entries</source>
            <translation>Hơn %1 mục từ</translation>
        </message>
        <message>
            <source>No entry fits.</source>
            <translation>Không có mục nào phù hợp.</translation>
        </message>
        <message>
            <source>%1 entries</source>
            <translation>%1 mục từ</translation>
        </message>
        <message numerus="yes">
            <source>Not saved yet: %n entries</source>
            <translation>
                <numerusform>Chưa lưu: %n mục</numerusform>
            </translation>
        </message>
        <message>
            <source>Glossary — Verbale</source>
            <translation>Thuật ngữ — Verbale</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Công cụ</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Mục từ</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryWords</name>
        <message>
            <source>Id</source>
            <translation>Mã</translation>
        </message>
        <message>
            <source>Vietnamese</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>Part of speech</source>
            <translation>Từ loại</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>Lĩnh vực</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Vietnamese variants</source>
            <translation>Biến thể tiếng Việt</translation>
        </message>
        <message>
            <source>English variants</source>
            <translation>Biến thể tiếng Anh</translation>
        </message>
        <message>
            <source>Vietnamese abbreviation</source>
            <translation>Viết tắt tiếng Việt</translation>
        </message>
        <message>
            <source>English abbreviation</source>
            <translation>Viết tắt tiếng Anh</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Căn cứ</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Hiệu lực từ</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>Hiệu lực đến</translation>
        </message>
        <message>
            <source>Deprecated English</source>
            <translation>Tiếng Anh không nên dùng</translation>
        </message>
        <message>
            <source>Forbidden English</source>
            <translation>Tiếng Anh bị cấm dùng</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Replacement</source>
            <translation>Từ thay thế</translation>
        </message>
        <message>
            <source>Table with tabs (TSV)</source>
            <translation>Bảng ngăn bằng tab (TSV)</translation>
        </message>
        <message>
            <source>Table with commas (CSV)</source>
            <translation>Bảng ngăn bằng dấu phẩy (CSV)</translation>
        </message>
        <message>
            <source>Spreadsheet (XLSX)</source>
            <translation>Bảng tính (XLSX)</translation>
        </message>
        <message>
            <source>OmegaT, three columns</source>
            <translation>OmegaT, ba cột</translation>
        </message>
        <message>
            <source>TBX version 3 (TBX-Basic)</source>
            <translation>TBX phiên bản 3 (TBX-Basic)</translation>
        </message>
        <message>
            <source>TBX version 2</source>
            <translation>TBX phiên bản 2</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ImportWizard</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Dòng %1: %2</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Quay lại</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Import a glossary</source>
            <translation>Nhập bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Choose a &amp;file…</source>
            <translation>Chọn &amp;tệp…</translation>
        </message>
        <message>
            <source>TSV, CSV, XLSX, TBX, or OmegaT&apos;s three columns</source>
            <translation>TSV, CSV, XLSX, TBX hoặc ba cột của OmegaT</translation>
        </message>
        <message>
            <source>The first rows, and what each column is</source>
            <translation>Các dòng đầu và nội dung từng cột</translation>
        </message>
        <message>
            <source>Termbase</source>
            <translation>Kho thuật ngữ</translation>
        </message>
        <message>
            <source>Rows that are wrong or that stand twice</source>
            <translation>Các dòng sai hoặc trùng lặp</translation>
        </message>
        <message>
            <source>Into the &amp;termbase</source>
            <translation>Vào &amp;kho</translation>
        </message>
        <message>
            <source>sheet “%1”</source>
            <translation>trang tính “%1”</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 dòng</translation>
        </message>
        <message>
            <source>rejected: %1</source>
            <translation>bị loại: %1</translation>
        </message>
        <message>
            <source>Column %1</source>
            <translation>Cột %1</translation>
        </message>
        <message>
            <source>— left out —</source>
            <translation>— bỏ qua —</translation>
        </message>
        <message>
            <source>What the column “%1” is</source>
            <translation>Nội dung của cột “%1”</translation>
        </message>
        <message>
            <source>&lt;b&gt;%1&lt;/b&gt; entries will be imported.</source>
            <translation>Sẽ nhập &lt;b&gt;%1&lt;/b&gt; mục từ.</translation>
        </message>
        <message>
            <source>%1 are there already and say nothing new: they are left out.</source>
            <translation>%1 mục đã có và không có gì mới: được bỏ qua.</translation>
        </message>
        <message>
            <source>%1 rows cannot be read.</source>
            <translation>%1 dòng không đọc được.</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>bị loại</translation>
        </message>
        <message>
            <source>twice</source>
            <translation>trùng lặp</translation>
        </message>
        <message>
            <source>&amp;Leave out the rows that cannot be read: %1</source>
            <translation>&amp;Bỏ qua các dòng không đọc được: %1</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Nhập</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Tiếp</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MergeDialog</name>
        <message>
            <source>&amp;Merge</source>
            <translation>&amp;Gộp</translation>
        </message>
        <message>
            <source>Merge entries</source>
            <translation>Gộp mục từ</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;These %n entries become one&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;%n mục này thành một&lt;/b&gt;</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TermLines</name>
        <message>
            <source>%1 term</source>
            <translation>Thuật ngữ %1</translation>
        </message>
        <message>
            <source>Enter adds a term, Alt+Up and Alt+Down move it</source>
            <translation>Enter thêm thuật ngữ, Alt+Lên và Alt+Xuống để dời</translation>
        </message>
        <message>
            <source>Status of the %1 term</source>
            <translation>Trạng thái của thuật ngữ %1</translation>
        </message>
        <message>
            <source>Abbr.</source>
            <translation>Viết tắt</translation>
        </message>
        <message>
            <source>It is an abbreviation</source>
            <translation>Đây là chữ viết tắt</translation>
        </message>
        <message>
            <source>Abbreviation</source>
            <translation>Chữ viết tắt</translation>
        </message>
        <message>
            <source>Remove this term</source>
            <translation>Bỏ thuật ngữ này</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Why the term is not to be used</source>
            <translation>Vì sao không dùng thuật ngữ này</translation>
        </message>
        <message>
            <source>Instead</source>
            <translation>Thay bằng</translation>
        </message>
        <message>
            <source>What to write instead</source>
            <translation>Từ dùng thay thế</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TermbasesDialog</name>
        <message>
            <source>cannot be read</source>
            <translation>không đọc được</translation>
        </message>
        <message>
            <source>read-only</source>
            <translation>chỉ đọc</translation>
        </message>
        <message>
            <source>can be edited</source>
            <translation>sửa được</translation>
        </message>
        <message>
            <source>&amp;Up</source>
            <translation>&amp;Lên</translation>
        </message>
        <message>
            <source>&amp;Down</source>
            <translation>&amp;Xuống</translation>
        </message>
        <message>
            <source>Termbases</source>
            <translation>Kho thuật ngữ</translation>
        </message>
        <message>
            <source>Where two termbases have the same term, the upper one counts.</source>
            <translation>Khi hai kho có cùng một thuật ngữ, kho đứng trên được dùng.</translation>
        </message>
        <message>
            <source>Termbase</source>
            <translation>Kho thuật ngữ</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Mục từ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>&amp;Add a file…</source>
            <translation>&amp;Thêm tệp…</translation>
        </message>
        <message>
            <source>&amp;New termbase…</source>
            <translation>Kho &amp;mới…</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Đồng ý</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>terms</source>
            <translation>thuat-ngu</translation>
        </message>
        <message>
            <source>Termbase (*.vtb)</source>
            <translation>Kho thuật ngữ (*.vtb)</translation>
        </message>
        <message>
            <source>Tick one termbase at least.</source>
            <translation>Hãy chọn ít nhất một kho thuật ngữ.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::UnifyDialog</name>
        <message>
            <source>&amp;Write it</source>
            <translation>&amp;Ghi vào văn bản</translation>
        </message>
        <message>
            <source>Unify</source>
            <translation>Thống nhất</translation>
        </message>
        <message>
            <source>The English for this entry</source>
            <translation>Tiếng Anh cho mục từ này</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Những chỗ sẽ thay đổi</translation>
        </message>
        <message>
            <source>The &amp;English for this entry</source>
            <translation>&amp;Tiếng Anh cho mục từ này</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Nothing to change: the translation says so already, or nobody has looked at it yet.</source>
            <translation>Không có gì để đổi: bản dịch đã thống nhất, hoặc chưa được dò thuật ngữ.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) say something else. Space unticks what is to stay.</source>
            <translation>
                <numerusform>%n đoạn dùng từ khác. Nhấn phím cách để bỏ chọn những chỗ giữ nguyên.</numerusform>
            </translation>
        </message>
        <message>
            <source>Unify “%1”</source>
            <translation>Thống nhất “%1”</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::UsesPanel</name>
        <message>
            <source>not translated yet</source>
            <translation>chưa dịch</translation>
        </message>
        <message>
            <source>not looked at yet</source>
            <translation>chưa dò</translation>
        </message>
        <message>
            <source>%1 (not to be used)</source>
            <translation>%1 (không nên dùng)</translation>
        </message>
        <message>
            <source>not found in the translation</source>
            <translation>không thấy trong bản dịch</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Đoạn</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Bản gốc</translation>
        </message>
        <message>
            <source>Translation</source>
            <translation>Bản dịch</translation>
        </message>
        <message>
            <source>Where the entry is used</source>
            <translation>Nơi dùng mục từ</translation>
        </message>
        <message>
            <source>No document is open.</source>
            <translation>Chưa mở văn bản nào.</translation>
        </message>
        <message>
            <source>The document does not have this entry.</source>
            <translation>Văn bản không có mục từ này.</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) in this document · Enter goes there</source>
            <translation>
                <numerusform>%n lần trong văn bản này · Enter để đến đó</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Unify…</source>
            <translation>Thống &amp;nhất…</translation>
        </message>
        <message>
            <source>Write one English for this entry in the whole document (Ctrl+U)</source>
            <translation>Dùng một từ tiếng Anh cho mục này trong toàn văn bản (Ctrl+U)</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::HarvestPane</name>
        <message>
            <source>Stopped.</source>
            <translation>Đã dừng.</translation>
        </message>
        <message>
            <source>Add it all the same</source>
            <translation>Vẫn thêm</translation>
        </message>
        <message>
            <source>In your own terms now: %1 = %2</source>
            <translation>Đã thêm vào thuật ngữ của bạn: %1 = %2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Mở mục đó</translation>
        </message>
        <message>
            <source>Not offered any more, in any document: %1</source>
            <translation>Không gợi ý nữa trong mọi văn bản: %1</translation>
        </message>
        <message>
            <source>The termbases were changed since. The glossary window undoes it, step by step.</source>
            <translation>Các kho thuật ngữ đã thay đổi sau đó. Hãy hoàn tác từng bước trong cửa sổ thuật ngữ.</translation>
        </message>
        <message>
            <source>The document was cut otherwise since. Look again to find the place.</source>
            <translation>Văn bản đã được chia đoạn lại. Hãy tìm lại để đến đúng chỗ.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Dừng</translation>
        </message>
        <message>
            <source>Look &amp;again</source>
            <translation>Tìm &amp;lại</translation>
        </message>
        <message>
            <source>Stop looking (Esc)</source>
            <translation>Dừng tìm (Esc)</translation>
        </message>
        <message>
            <source>Look through the document once more (F5)</source>
            <translation>Tìm lại trong văn bản (F5)</translation>
        </message>
        <message>
            <source>Looking for names that no glossary knows…</source>
            <translation>Đang tìm các tên chưa có trong kho thuật ngữ…</translation>
        </message>
        <message>
            <source>Term candidates</source>
            <translation>Thuật ngữ gợi ý</translation>
        </message>
        <message numerus="yes">
            <source>%n candidate(s) · Enter adds to your terms, Delete dismisses, Space shows the place</source>
            <translation>
                <numerusform>%n gợi ý · Enter thêm vào thuật ngữ của bạn, Delete bỏ qua, phím cách đến chỗ đó</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to add: the glossaries know every name that stands here more than once or has an acronym.</source>
            <translation>Không có gì để thêm: mọi tên xuất hiện nhiều lần hoặc có chữ viết tắt đều đã có trong kho thuật ngữ.</translation>
        </message>
        <message>
            <source>All candidates are decided. Ctrl+Z takes the last one back.</source>
            <translation>Đã xem xong mọi gợi ý. Ctrl+Z hoàn tác lần cuối.</translation>
        </message>
        <message>
            <source>Close the term candidates (Esc)</source>
            <translation>Đóng phần gợi ý (Esc)</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::HarvestTable</name>
        <message>
            <source>It stands in the bracket after the name.</source>
            <translation>Có trong ngoặc sau tên.</translation>
        </message>
        <message>
            <source>The translation has the same acronym.</source>
            <translation>Bản dịch có cùng chữ viết tắt.</translation>
        </message>
        <message>
            <source>The same name without Vietnamese letters.</source>
            <translation>Vẫn tên đó, viết không dấu.</translation>
        </message>
        <message>
            <source>It often stands in the translation of the same sentences. Look at it.</source>
            <translation>Hay gặp trong bản dịch của cùng các câu đó. Nên xem lại.</translation>
        </message>
        <message>
            <source>The document does not say what it is called. Type it.</source>
            <translation>Văn bản không cho biết tên tiếng Anh. Hãy gõ vào.</translation>
        </message>
        <message>
            <source>not known: type it</source>
            <translation>chưa biết: gõ vào đây</translation>
        </message>
        <message>
            <source>Vietnamese</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Số lần</translation>
        </message>
        <message>
            <source>First place</source>
            <translation>Chỗ đầu tiên</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TermAdding</name>
        <message>
            <source>Select the Vietnamese, the English or both: this key adds them to your glossary. In a term that was found it opens the entry.</source>
            <translation>Hãy chọn phần tiếng Việt, tiếng Anh hoặc cả hai: phím này thêm vào bảng thuật ngữ của bạn. Nếu con trỏ ở trong thuật ngữ đã tìm thấy, phím này mở mục từ.</translation>
        </message>
        <message>
            <source>“%1 = %2” is in the glossary already.</source>
            <translation>“%1 = %2” đã có trong bảng thuật ngữ.</translation>
        </message>
        <message>
            <source>The term was not added: %1</source>
            <translation>Chưa thêm được thuật ngữ: %1</translation>
        </message>
        <message>
            <source>Added: %1 = %2</source>
            <translation>Đã thêm: %1 = %2</translation>
        </message>
        <message>
            <source>The glossary also has: %1</source>
            <translation>Bảng thuật ngữ còn có: %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Sửa</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TermForm</name>
        <message>
            <source>Enter adds the term, Esc leaves</source>
            <translation>Enter để thêm thuật ngữ, Esc để thôi</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>Vietnamese</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>%1 of “%2”</source>
            <translation>%1 của “%2”</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::CodeWords</name>
        <message>
            <source>Formatting</source>
            <translation>Định dạng</translation>
        </message>
        <message>
            <source>Part of a user interface</source>
            <translation>Thành phần giao diện</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Trích dẫn</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Liên kết</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Hình ảnh</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>In đậm</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>In nghiêng</translation>
        </message>
        <message>
            <source>Underlined</source>
            <translation>Gạch chân</translation>
        </message>
        <message>
            <source>Line break</source>
            <translation>Xuống dòng</translation>
        </message>
        <message>
            <source>annotation</source>
            <translation>chú giải</translation>
        </message>
        <message>
            <source>a character</source>
            <translation>một ký tự</translation>
        </message>
        <message>
            <source>opens a pair</source>
            <translation>mở cặp</translation>
        </message>
        <message>
            <source>closes a pair</source>
            <translation>đóng cặp</translation>
        </message>
        <message>
            <source>stands alone</source>
            <translation>đứng riêng</translation>
        </message>
        <message>
            <source>Tag %1 is missing; the file says that it must not be left out.</source>
            <translation>Thiếu thẻ %1; tệp quy định không được bỏ thẻ này.</translation>
        </message>
        <message>
            <source>Tag %1 is missing.</source>
            <translation>Thiếu thẻ %1.</translation>
        </message>
        <message>
            <source>Tag %1 is opened and not closed.</source>
            <translation>Thẻ %1 được mở nhưng không đóng.</translation>
        </message>
        <message>
            <source>Tag %1 is closed and not opened.</source>
            <translation>Thẻ %1 được đóng nhưng không mở.</translation>
        </message>
        <message>
            <source>Tag %1 is closed before it is opened.</source>
            <translation>Thẻ %1 bị đóng trước khi mở.</translation>
        </message>
        <message>
            <source>The pair of tag %1 overlaps another pair.</source>
            <translation>Cặp thẻ %1 lồng chéo với một cặp khác.</translation>
        </message>
        <message>
            <source>Tag %1 stands here more often than in the source.</source>
            <translation>Thẻ %1 xuất hiện nhiều lần hơn trong bản gốc.</translation>
        </message>
        <message>
            <source>Tag %1 is not in the source; it is kept.</source>
            <translation>Thẻ %1 không có trong bản gốc; thẻ được giữ nguyên.</translation>
        </message>
        <message>
            <source>Tag %1 stands in another pair than in the source.</source>
            <translation>Thẻ %1 nằm trong cặp thẻ khác với bản gốc.</translation>
        </message>
        <message>
            <source>Tag %1 has changed its order; the file says that it must not.</source>
            <translation>Thẻ %1 đã bị đổi thứ tự; tệp quy định không được đổi.</translation>
        </message>
        <message>
            <source>Tags %1 are missing.</source>
            <translation>Thiếu các thẻ %1.</translation>
        </message>
        <message>
            <source>Tag %1</source>
            <translation>Thẻ %1</translation>
        </message>
        <message>
            <source>Must not be left out</source>
            <translation>Không được bỏ</translation>
        </message>
        <message>
            <source>Must keep its order</source>
            <translation>Phải giữ đúng thứ tự</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TagEditing</name>
        <message>
            <source>This segment has no tags.</source>
            <translation>Câu này không có thẻ.</translation>
        </message>
        <message>
            <source>No tag is missing.</source>
            <translation>Không thiếu thẻ nào.</translation>
        </message>
        <message>
            <source>Inserting tags</source>
            <translation>Chèn thẻ</translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) were put where they probably belong. Ctrl+Z takes them out again.</source>
            <translation>
                <numerusform>Đã chèn %n thẻ vào chỗ thích hợp nhất. Ctrl+Z để hoàn tác.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tag %1 is in the translation already.</source>
            <translation>Thẻ %1 đã có trong bản dịch.</translation>
        </message>
        <message>
            <source>The tags of all segments are as in the source.</source>
            <translation>Thẻ của mọi câu đều khớp với bản gốc.</translation>
        </message>
        <message>
            <source>Ctrl+Enter again confirms all the same.</source>
            <translation>Nhấn Ctrl+Enter lần nữa để vẫn xác nhận.</translation>
        </message>
        <message>
            <source>Insert the missing tags</source>
            <translation>Chèn các thẻ còn thiếu</translation>
        </message>
        <message>
            <source>Confirm all the same</source>
            <translation>Vẫn xác nhận</translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) had been lost; they were put where they probably belong. Please check them.</source>
            <translation>
                <numerusform>Gợi ý bị mất %n thẻ; các thẻ đã được chèn lại vào chỗ thích hợp nhất. Xin kiểm tra lại.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) too many were left out.</source>
            <translation>
                <numerusform>Đã bỏ %n thẻ thừa.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tag %1 was removed.</source>
            <translation>Đã xóa thẻ %1.</translation>
        </message>
        <message>
            <source>Tags %1 were removed.</source>
            <translation>Đã xóa các thẻ %1.</translation>
        </message>
        <message>
            <source>The file says that it must not be left out.</source>
            <translation>Tệp quy định không được bỏ thẻ này.</translation>
        </message>
        <message>
            <source>Ctrl+Z brings it back.</source>
            <translation>Ctrl+Z để khôi phục.</translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) were not pasted, because they stand in this translation already.</source>
            <translation>
                <numerusform>%n thẻ không được dán vì đã có trong bản dịch này.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) were not pasted, because this segment does not have them.</source>
            <translation>
                <numerusform>%n thẻ không được dán vì câu này không có các thẻ đó.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReviewDialog</name>
        <message>
            <source>Bring back a review</source>
            <translation>Nhận lại bản hiệu đính</translation>
        </message>
        <message>
            <source>This segment of the reviewed copy was not found in the document (%1). Nothing of it is taken over.</source>
            <translation>Không tìm thấy đoạn này của bản hiệu đính trong văn bản (%1). Không có gì của đoạn này được đưa vào.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Nguyên văn</translation>
        </message>
        <message>
            <source>Reviewed translation</source>
            <translation>Bản dịch đã hiệu đính</translation>
        </message>
        <message>
            <source>The source has changed: the reviser looked at “%1”.</source>
            <translation>Nguyên văn đã khác: người hiệu đính đã xem “%1”.</translation>
        </message>
        <message>
            <source>The copy has another id for this segment; it was found by its source.</source>
            <translation>Bản hiệu đính mang mã khác cho đoạn này; đoạn được tìm ra theo nguyên văn.</translation>
        </message>
        <message>
            <source>The reviewed translation has lost tags: %1</source>
            <translation>Bản hiệu đính làm mất thẻ: %1</translation>
        </message>
        <message>
            <source>Tags that the document does not know are left out: %1</source>
            <translation>Bỏ các thẻ mà văn bản không có: %1</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Trước</translation>
        </message>
        <message>
            <source>After, with what changes</source>
            <translation>Sau, kèm các chỗ thay đổi</translation>
        </message>
        <message>
            <source>Translation</source>
            <translation>Bản dịch</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>The reviser’s note</source>
            <translation>Ghi chú của người hiệu đính</translation>
        </message>
        <message>
            <source>Note by %1</source>
            <translation>Ghi chú của %1</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%1&lt;/b&gt;: %n change(s)</source>
            <translation>
                <numerusform>&lt;b&gt;%1&lt;/b&gt;: %n thay đổi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) as they were</source>
            <translation>
                <numerusform>%n đoạn giữ nguyên</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the copy not found</source>
            <translation>
                <numerusform>%n đoạn của bản hiệu đính không tìm thấy</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the document not in the copy</source>
            <translation>
                <numerusform>%n đoạn của văn bản không có trong bản hiệu đính</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to decide.</source>
            <translation>
                <numerusform>Còn %n thay đổi chưa quyết định.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is decided. Ctrl+Z takes the last decision back.</source>
            <translation>Đã quyết định xong. Ctrl+Z rút lại quyết định cuối.</translation>
        </message>
        <message>
            <source>Words in source, translation or notes</source>
            <translation>Từ trong nguyên văn, bản dịch hoặc ghi chú</translation>
        </message>
        <message>
            <source>Show changes with these words</source>
            <translation>Hiện các thay đổi có những từ này</translation>
        </message>
        <message>
            <source>Which changes are shown</source>
            <translation>Những thay đổi được hiện</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>Mọi thay đổi</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>Chưa quyết định</translation>
        </message>
        <message>
            <source>The text changes</source>
            <translation>Thay đổi câu chữ</translation>
        </message>
        <message>
            <source>Only the state or a note</source>
            <translation>Chỉ trạng thái hoặc ghi chú</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Cần xem lại</translation>
        </message>
        <message>
            <source>What the reviser changed</source>
            <translation>Những chỗ người hiệu đính đã sửa</translation>
        </message>
        <message>
            <source>The change</source>
            <translation>Thay đổi</translation>
        </message>
        <message>
            <source>&amp;Accept</source>
            <translation>&amp;Chấp nhận</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>&amp;Reject</source>
            <translation>&amp;Từ chối</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Accept a&amp;ll</source>
            <translation>Chấp nhận t&amp;ất cả</translation>
        </message>
        <message>
            <source>Ctrl+Enter; changes of segments whose source differs stay open</source>
            <translation>Ctrl+Enter; thay đổi ở các đoạn có nguyên văn khác vẫn để ngỏ</translation>
        </message>
        <message>
            <source>Take &amp;back</source>
            <translation>&amp;Rút lại</translation>
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>The file wants this translation left as it is; it cannot be changed.</source>
            <translation>Tệp yêu cầu giữ nguyên bản dịch của đoạn này nên không sửa được.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReviewModel</name>
        <message>
            <source>not decided</source>
            <translation>chưa quyết định</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>đã chấp nhận</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>đã từ chối</translation>
        </message>
        <message>
            <source>not found in the document</source>
            <translation>không tìm thấy trong văn bản</translation>
        </message>
        <message>
            <source>Not found: %1</source>
            <translation>Không tìm thấy: %1</translation>
        </message>
        <message>
            <source>A note came back: %1</source>
            <translation>Có ghi chú: %1</translation>
        </message>
        <message>
            <source>%1, was %2</source>
            <translation>%1, trước là %2</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Số</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>Nội dung thay đổi</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReviewFlow</name>
        <message numerus="yes">
            <source>%1 changes nothing: its %n segment(s) are as in the document.</source>
            <translation>
                <numerusform>%1 không thay đổi gì: cả %n đoạn đều như trong văn bản.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::InvalidFileNotice</name>
        <message numerus="yes">
            <source>%1 is not valid %2: %n problem(s).</source>
            <translation>
                <numerusform>%1 không đúng chuẩn %2: %n lỗi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Dòng %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>và %n lỗi nữa</numerusform>
            </translation>
        </message>
        <message>
            <source>Open read-only</source>
            <translation>Mở chỉ đọc</translation>
        </message>
        <message>
            <source>Edit anyway</source>
            <translation>Vẫn chỉnh sửa</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::HistoryDialog</name>
        <message>
            <source>Before</source>
            <translation>Trước đó</translation>
        </message>
        <message>
            <source>As it was opened</source>
            <translation>Như khi mở tệp</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(trống)</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Chưa lưu</translation>
        </message>
        <message>
            <source>This segment has not been edited yet.</source>
            <translation>Câu này chưa được sửa lần nào.</translation>
        </message>
        <message>
            <source>Restoring the first version</source>
            <translation>Khôi phục phiên bản đầu</translation>
        </message>
        <message>
            <source>Restoring the version of %1</source>
            <translation>Khôi phục phiên bản lúc %1</translation>
        </message>
        <message>
            <source>History of the segment</source>
            <translation>Lịch sử của câu</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Lúc</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Người sửa</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Thao tác</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Translation</source>
            <translation>Bản dịch</translation>
        </message>
        <message>
            <source>Versions of the translation, the newest first</source>
            <translation>Các phiên bản của bản dịch, mới nhất ở trên</translation>
        </message>
        <message>
            <source>The version</source>
            <translation>Phiên bản</translation>
        </message>
        <message>
            <source>&amp;Restore this version</source>
            <translation>&amp;Khôi phục phiên bản này</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::NotesPane</name>
        <message>
            <source>Notes</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Notes on the segment</source>
            <translation>Ghi chú về câu</translation>
        </message>
        <message>
            <source>on the source</source>
            <translation>về nguyên văn</translation>
        </message>
        <message>
            <source>on the translation</source>
            <translation>về bản dịch</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ChangesDialog</name>
        <message>
            <source>The other one, with what it changes in yours</source>
            <translation>Bản kia, kèm những chỗ khác bản của bạn</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Nguyên văn</translation>
        </message>
        <message>
            <source>Both translations of the segment</source>
            <translation>Hai bản dịch của câu</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>chưa chọn</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(trống)</translation>
        </message>
        <message>
            <source>Edits of two</source>
            <translation>Hai bên cùng sửa</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%n segment(s) were changed here and by another program.&lt;/b&gt; Your text stands in the document; the other one can take its place.</source>
            <translation>
                <numerusform>&lt;b&gt;%n câu được sửa cả ở đây lẫn trong chương trình khác.&lt;/b&gt; Trong tài liệu đang là bản của bạn; có thể lấy bản kia thay vào.</numerusform>
            </translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Câu</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Của bạn</translation>
        </message>
        <message>
            <source>The other one</source>
            <translation>Bản kia</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Đang dùng</translation>
        </message>
        <message>
            <source>Segments that both have changed</source>
            <translation>Các câu hai bên cùng sửa</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>của bạn</translation>
        </message>
        <message>
            <source>the other one</source>
            <translation>bản kia</translation>
        </message>
        <message>
            <source>Take the &amp;other one</source>
            <translation>&amp;Lấy bản kia</translation>
        </message>
        <message>
            <source>Keep &amp;yours</source>
            <translation>&amp;Giữ bản của bạn</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;For %n edit(s) the file has no place any more.&lt;/b&gt; They are kept until you throw them away.</source>
            <translation>
                <numerusform>&lt;b&gt;%n phần sửa không còn chỗ trong tệp.&lt;/b&gt; Chúng được giữ lại cho đến khi bạn bỏ đi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Edits without a place</source>
            <translation>Các phần sửa không còn chỗ</translation>
        </message>
        <message>
            <source>&amp;Copy them</source>
            <translation>&amp;Sao chép</translation>
        </message>
        <message>
            <source>Throw them &amp;away</source>
            <translation>&amp;Bỏ đi</translation>
        </message>
        <message>
            <source>Choosing between two edits</source>
            <translation>Chọn giữa hai bản sửa</translation>
        </message>
        <message>
            <source>The document has this segment no more. The other translation can be copied from here.</source>
            <translation>Tài liệu không còn câu này. Có thể chép bản dịch kia từ đây.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::Safekeeping</name>
        <message>
            <source>Show them…</source>
            <translation>Xem…</translation>
        </message>
        <message numerus="yes">
            <source>%n edit(s) of %1 that were not saved have been restored.</source>
            <translation>
                <numerusform>Đã khôi phục %n phần sửa chưa lưu (lúc %1).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file was changed meanwhile: in %n segment(s) there are two edits, and yours stand in the document.</source>
            <translation>
                <numerusform>Tệp đã bị thay đổi trong lúc đó: %n câu có hai bản sửa, trong tài liệu đang là bản của bạn.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n edit(s) the file has no place any more; they are kept.</source>
            <translation>
                <numerusform>%n phần sửa không còn chỗ trong tệp; chúng được giữ lại.</numerusform>
            </translation>
        </message>
        <message>
            <source>The journal was damaged. What could be read in it was used; it is kept as %1.</source>
            <translation>Nhật ký sửa đổi bị hỏng. Những gì đọc được đã được dùng; nhật ký cũ giữ lại với tên %1.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Lưu thành…</translation>
        </message>
        <message>
            <source>%1 is open in another window (process %2). Here it can be read, not edited.</source>
            <translation>%1 đang mở trong một cửa sổ khác (tiến trình %2). Ở đây chỉ đọc được, không sửa được.</translation>
        </message>
        <message>
            <source>%1 is open on the computer %2. Here it can be read, not edited.</source>
            <translation>%1 đang mở trên máy %2. Ở đây chỉ đọc được, không sửa được.</translation>
        </message>
        <message>
            <source>Edit it here</source>
            <translation>Sửa ở đây</translation>
        </message>
        <message>
            <source>%1 is edited in another window now. The last words typed here may be missing there; save under another name to keep them. Here it can be read, not edited.</source>
            <translation>%1 nay được sửa trong một cửa sổ khác. Cửa sổ đó có thể thiếu vài chữ cuối vừa gõ ở đây; hãy lưu dưới tên khác để giữ lại. Ở đây chỉ đọc được, không sửa được.</translation>
        </message>
        <message>
            <source>What you type is kept in memory only, because the journal cannot be written: %1 It is tried again. Save to be safe.</source>
            <translation>Phần bạn gõ chỉ nằm trong bộ nhớ vì không ghi được nhật ký sửa đổi: %1 Chương trình sẽ thử lại. Hãy lưu để an toàn.</translation>
        </message>
        <message>
            <source>%1 was changed by another program.</source>
            <translation>%1 đã bị chương trình khác thay đổi.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) were taken over from it.</source>
            <translation>
                <numerusform>Đã lấy %n câu từ đó.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n segment(s) there are two edits, and yours stand in the document.</source>
            <translation>
                <numerusform>%n câu có hai bản sửa, trong tài liệu đang là bản của bạn.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program has changed the file, and it cannot be read: %1 Your text is still here.</source>
            <translation>Chương trình khác đã thay đổi tệp và nay không đọc được: %1 Bản dịch của bạn vẫn còn đây.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>The journal %1 can be neither written nor read; edits that it alone holds are not here. They are offered as soon as it can be read again.</source>
            <translation>Nhật ký sửa đổi %1 không ghi được, cũng không đọc được; những phần sửa chỉ có trong đó chưa có ở đây. Khi đọc lại được, chúng sẽ được đề nghị khôi phục.</translation>
        </message>
        <message>
            <source>What was done before can no longer be undone step by step.</source>
            <translation>Các thao tác trước đó không còn hoàn tác từng bước được nữa.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginDetails</name>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Gỡ bỏ</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>Mở thư &amp;mục</translation>
        </message>
        <message>
            <source>About the plugin</source>
            <translation>Thông tin về phần bổ trợ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Công dụng</translation>
        </message>
        <message>
            <source>What it asks for</source>
            <translation>Yêu cầu</translation>
        </message>
        <message>
            <source>Where it runs</source>
            <translation>Nơi chạy</translation>
        </message>
        <message>
            <source>What it used</source>
            <translation>Tài nguyên đã dùng</translation>
        </message>
        <message>
            <source>Last start</source>
            <translation>Lần khởi động gần nhất</translation>
        </message>
        <message>
            <source>Processor time</source>
            <translation>Thời gian xử lý</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Bộ nhớ</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Số lần trả lời</translation>
        </message>
        <message>
            <source>Restarts</source>
            <translation>Số lần khởi động lại</translation>
        </message>
        <message>
            <source>Where it lies</source>
            <translation>Vị trí</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Mã định danh</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Thư mục</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Phiên bản %1</translation>
        </message>
        <message>
            <source>no author named</source>
            <translation>không ghi tác giả</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>của %1</translation>
        </message>
        <message>
            <source>by %1, as it says itself</source>
            <translation>của %1, theo lời tự khai</translation>
        </message>
        <message>
            <source>no licence named</source>
            <translation>không ghi giấy phép</translation>
        </message>
        <message>
            <source>Give it another &amp;try</source>
            <translation>Cho &amp;thử lại</translation>
        </message>
        <message>
            <source>Switch &amp;on</source>
            <translation>&amp;Bật</translation>
        </message>
        <message>
            <source>Switch &amp;off</source>
            <translation>&amp;Tắt</translation>
        </message>
        <message>
            <source>Run it in a process of its ow&amp;n</source>
            <translation>Chạy trong tiến trình &amp;riêng</translation>
        </message>
        <message>
            <source>Trust it to r&amp;un inside Verbale…</source>
            <translation>T&amp;in cậy cho chạy trong Verbale…</translation>
        </message>
        <message>
            <source>It runs in a process of its own, number %1.</source>
            <translation>Phần bổ trợ chạy trong tiến trình riêng, số %1.</translation>
        </message>
        <message>
            <source>It runs in a process of its own, which is started when it is needed.</source>
            <translation>Phần bổ trợ chạy trong tiến trình riêng, chỉ khởi động khi cần đến.</translation>
        </message>
        <message>
            <source>It runs inside Verbale, because you trust it: it can do whatever you can, and a crash of it is a crash of Verbale.</source>
            <translation>Phần bổ trợ chạy ngay trong Verbale vì bạn tin cậy: nó làm được mọi việc bạn làm được, và nếu nó hỏng thì Verbale cũng hỏng theo.</translation>
        </message>
        <message>
            <source>It runs inside Verbale.</source>
            <translation>Phần bổ trợ chạy ngay trong Verbale.</translation>
        </message>
        <message>
            <source>This system will shut it in like this:</source>
            <translation>Hệ thống này sẽ giới hạn nó như sau:</translation>
        </message>
        <message>
            <source>This system shuts it in like this:</source>
            <translation>Hệ thống này đang giới hạn nó như sau:</translation>
        </message>
        <message>
            <source>took %1</source>
            <translation>mất %1</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>chưa lần nào</translation>
        </message>
        <message>
            <source>none: it does not run</source>
            <translation>không dùng: hiện không chạy</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginInstaller</name>
        <message>
            <source>There is no plugin.json in it, so it is no plugin of Verbale&apos;s.</source>
            <translation>Bên trong không có plugin.json nên đây không phải phần bổ trợ của Verbale.</translation>
        </message>
        <message>
            <source>It is neither a plugin&apos;s folder nor a ZIP archive.</source>
            <translation>Đây không phải thư mục phần bổ trợ, cũng không phải tệp nén ZIP.</translation>
        </message>
        <message>
            <source>Its description, plugin.json, cannot be used.</source>
            <translation>Tệp mô tả plugin.json không dùng được.</translation>
        </message>
        <message>
            <source>A path in it leads out of the plugin&apos;s folder. Do not trust this plugin.</source>
            <translation>Bên trong có đường dẫn ra ngoài thư mục của phần bổ trợ. Không nên tin phần bổ trợ này.</translation>
        </message>
        <message>
            <source>A file in it has a name that no file needs.</source>
            <translation>Bên trong có tệp mang tên bất thường.</translation>
        </message>
        <message>
            <source>It holds a link. Plugins are installed without links.</source>
            <translation>Bên trong có liên kết. Phần bổ trợ phải được cài không kèm liên kết.</translation>
        </message>
        <message>
            <source>It holds something that is neither a file nor a folder.</source>
            <translation>Bên trong có thứ không phải tệp cũng không phải thư mục.</translation>
        </message>
        <message>
            <source>A file stands in it twice.</source>
            <translation>Bên trong có một tệp xuất hiện hai lần.</translation>
        </message>
        <message>
            <source>It is larger than a plugin may be.</source>
            <translation>Phần bổ trợ vượt quá kích thước cho phép.</translation>
        </message>
        <message>
            <source>It would unpack to far more than its size, as archives do that are made to fill a disk.</source>
            <translation>Giải nén ra sẽ lớn gấp nhiều lần, giống những tệp nén được tạo ra để làm đầy ổ đĩa.</translation>
        </message>
        <message>
            <source>The archive has a password. Get it without one.</source>
            <translation>Tệp nén có mật khẩu. Hãy lấy bản không có mật khẩu.</translation>
        </message>
        <message>
            <source>The archive is damaged. Get it again.</source>
            <translation>Tệp nén bị hỏng. Hãy tải lại.</translation>
        </message>
        <message>
            <source>It calls itself one of Verbale&apos;s own plugins, which are not replaced.</source>
            <translation>Nó mang tên một phần bổ trợ của chính Verbale; các phần đó không thể bị thay thế.</translation>
        </message>
        <message>
            <source>This plugin is used from another folder already.</source>
            <translation>Phần bổ trợ này đang được dùng từ một thư mục khác.</translation>
        </message>
        <message>
            <source>This is the plugin that is installed.</source>
            <translation>Đây chính là phần bổ trợ đã cài.</translation>
        </message>
        <message>
            <source>A file of it could not be read.</source>
            <translation>Không đọc được một tệp của phần bổ trợ.</translation>
        </message>
        <message>
            <source>It could not be written to your plugins&apos; folder.</source>
            <translation>Không ghi được vào thư mục phần bổ trợ của bạn.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Chưa có gì thay đổi.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginLogView</name>
        <message>
            <source>Log</source>
            <translation>Nhật ký</translation>
        </message>
        <message>
            <source>&amp;Copy the log</source>
            <translation>Sao ché&amp;p nhật ký</translation>
        </message>
        <message>
            <source>It has written nothing.</source>
            <translation>Chưa ghi gì.</translation>
        </message>
        <message>
            <source>The plugin&apos;s log</source>
            <translation>Nhật ký của phần bổ trợ</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginNotices</name>
        <message>
            <source>Verbale was started in safe mode: no plugin runs, so no terms are shown and nothing is suggested.</source>
            <translation>Verbale đang ở chế độ an toàn: không phần bổ trợ nào chạy nên không hiện thuật ngữ và không có gợi ý.</translation>
        </message>
        <message>
            <source>Start plugins</source>
            <translation>Khởi động phần bổ trợ</translation>
        </message>
        <message numerus="yes">
            <source>The plugin “%1” stopped unexpectedly %n time(s) and is started again. Your text is whole.</source>
            <translation>
                <numerusform>Phần bổ trợ “%1” đã dừng đột ngột %n lần và đang được khởi động lại. Văn bản của bạn vẫn nguyên vẹn.</numerusform>
            </translation>
        </message>
        <message>
            <source>The plugin “%1” stopped unexpectedly and is started again. Your text is whole.</source>
            <translation>Phần bổ trợ “%1” đã dừng đột ngột và đang được khởi động lại. Văn bản của bạn vẫn nguyên vẹn.</translation>
        </message>
        <message>
            <source>The plugin “%1” could not be started.</source>
            <translation>Không khởi động được phần bổ trợ “%1”.</translation>
        </message>
        <message>
            <source>The plugin “%1” was put into quarantine, since it crashed again and again. It is not used until you switch it on again. Your text is whole.</source>
            <translation>Phần bổ trợ “%1” đã bị cách ly vì hỏng liên tiếp nhiều lần. Nó sẽ không được dùng cho đến khi bạn bật lại. Văn bản của bạn vẫn nguyên vẹn.</translation>
        </message>
        <message numerus="yes">
            <source>%n more plugin(s) have problems.</source>
            <translation>
                <numerusform>Còn %n phần bổ trợ khác gặp sự cố.</numerusform>
            </translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Chi tiết</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginOfferDialog</name>
        <message>
            <source>%1, which is older than %2 that is installed</source>
            <translation>%1, cũ hơn bản %2 đã cài</translation>
        </message>
        <message>
            <source>%1, as the one that is installed</source>
            <translation>%1, giống bản đã cài</translation>
        </message>
        <message>
            <source>%1, in place of %2</source>
            <translation>%1, thay cho %2</translation>
        </message>
        <message>
            <source>&amp;Update</source>
            <translation>&amp;Cập nhật</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Cài đặt</translation>
        </message>
        <message>
            <source>Update a plugin</source>
            <translation>Cập nhật phần bổ trợ</translation>
        </message>
        <message>
            <source>Install a plugin</source>
            <translation>Cài đặt phần bổ trợ</translation>
        </message>
        <message>
            <source>Update “%1”?</source>
            <translation>Cập nhật “%1”?</translation>
        </message>
        <message>
            <source>Install “%1”?</source>
            <translation>Cài đặt “%1”?</translation>
        </message>
        <message>
            <source>What is known of the plugin</source>
            <translation>Những gì đã biết về phần bổ trợ</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>This plugin is not signed: Verbale cannot say who made it. Install it only if you know where it comes from. Nothing of it has run yet.</source>
            <translation>Phần bổ trợ này không có chữ ký: Verbale không thể cho biết ai đã làm ra nó. Chỉ cài đặt khi bạn biết rõ nguồn gốc. Chưa có phần nào của nó được chạy.</translation>
        </message>
        <message>
            <source>The new version asks for more than the old one:</source>
            <translation>Phiên bản mới yêu cầu nhiều hơn phiên bản cũ:</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Mô tả</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Phiên bản</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Tác giả</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>không ghi</translation>
        </message>
        <message>
            <source>%1, as it says itself</source>
            <translation>%1, theo lời tự khai</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Giấy phép</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Công dụng</translation>
        </message>
        <message>
            <source>What it asks for</source>
            <translation>Yêu cầu</translation>
        </message>
        <message>
            <source>How it will run</source>
            <translation>Cách chạy</translation>
        </message>
        <message>
            <source>In a process of its own, started when it is needed. This system will shut it in like this:</source>
            <translation>Trong tiến trình riêng, chỉ khởi động khi cần đến. Hệ thống này sẽ giới hạn nó như sau:</translation>
        </message>
        <message>
            <source>Trust</source>
            <translation>Tin cậy</translation>
        </message>
        <message>
            <source>You trusted the old version to run inside Verbale. The new one starts in a process of its own again.</source>
            <translation>Bạn đã tin cậy cho phiên bản cũ chạy trong Verbale. Phiên bản mới sẽ lại chạy trong tiến trình riêng.</translation>
        </message>
        <message>
            <source>What is installed</source>
            <translation>Nội dung cài đặt</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Mã định danh</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Kích thước</translation>
        </message>
        <message numerus="yes">
            <source>%1 in %n file(s)</source>
            <translation>
                <numerusform>%1 trong %n tệp</numerusform>
            </translation>
        </message>
        <message>
            <source>From</source>
            <translation>Nguồn</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Nơi cài</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginWarnings</name>
        <message numerus="yes">
            <source>%n more message(s) of plugins.</source>
            <translation>
                <numerusform>Còn %n thông báo khác của các phần bổ trợ.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginWords</name>
        <message>
            <source>It cannot use the network: no connection, no name of a host.</source>
            <translation>Không dùng được mạng: không kết nối, không tra tên máy chủ.</translation>
        </message>
        <message>
            <source>It may use the network, and nothing limits where to. It cannot be called from outside.</source>
            <translation>Được dùng mạng, không bị giới hạn nơi kết nối. Bên ngoài không gọi vào được.</translation>
        </message>
        <message>
            <source>It may use the network. It says that it talks to %1; this system does not hold it to that.</source>
            <translation>Được dùng mạng. Theo lời khai, nó liên lạc với %1; hệ thống này không bắt buộc được điều đó.</translation>
        </message>
        <message>
            <source>It cannot open TCP connections; other ways into the network are open to it.</source>
            <translation>Không mở được kết nối TCP; các đường vào mạng khác vẫn mở.</translation>
        </message>
        <message>
            <source>It says that it does not use the network; this system does not hold it to that.</source>
            <translation>Theo lời khai, nó không dùng mạng; hệ thống này không bắt buộc được điều đó.</translation>
        </message>
        <message>
            <source>It reads its own folder, the system&apos;s libraries and what its settings name, and writes only into its data folder. Of other files it can tell whether they are there.</source>
            <translation>Chỉ đọc thư mục của mình, thư viện hệ thống và những gì thiết lập nêu tên, chỉ ghi vào thư mục dữ liệu của mình. Với các tệp khác, nó chỉ biết được tệp có tồn tại hay không.</translation>
        </message>
        <message>
            <source>It reads its own folder, the system&apos;s libraries and what its settings name, and writes only into its data folder; but it can change who may read your other files.</source>
            <translation>Chỉ đọc thư mục của mình, thư viện hệ thống và những gì thiết lập nêu tên, chỉ ghi vào thư mục dữ liệu của mình; nhưng có thể đổi quyền đọc các tệp khác của bạn.</translation>
        </message>
        <message>
            <source>It can read every file that you can read, for this system has no Landlock; it can change none, not even in its data folder.</source>
            <translation>Đọc được mọi tệp bạn đọc được, vì hệ thống này không có Landlock; không thay đổi được tệp nào, kể cả trong thư mục dữ liệu của mình.</translation>
        </message>
        <message>
            <source>It can read and change every file that you can.</source>
            <translation>Đọc và thay đổi được mọi tệp mà bạn đọc và thay đổi được.</translation>
        </message>
        <message>
            <source>It cannot start programs.</source>
            <translation>Không khởi động được chương trình nào.</translation>
        </message>
        <message>
            <source>It cannot start programs beside itself, but it can become another one, which is shut in as it is.</source>
            <translation>Không khởi động thêm được chương trình, nhưng có thể biến thành một chương trình khác, cũng bị giới hạn như nó.</translation>
        </message>
        <message>
            <source>It can start programs; they are shut in as it is.</source>
            <translation>Khởi động được chương trình; các chương trình đó cũng bị giới hạn như nó.</translation>
        </message>
        <message>
            <source>It cannot make processes, and neither end other processes nor look into them.</source>
            <translation>Không tạo được tiến trình, không kết thúc và không xem trộm được tiến trình khác.</translation>
        </message>
        <message>
            <source>It can make processes, but neither end others nor look into them.</source>
            <translation>Tạo được tiến trình, nhưng không kết thúc và không xem trộm được tiến trình khác.</translation>
        </message>
        <message>
            <source>It can make processes and end others, but not look into them.</source>
            <translation>Tạo được tiến trình và kết thúc được tiến trình khác, nhưng không xem trộm được.</translation>
        </message>
        <message>
            <source>It can make processes, end yours and look into them.</source>
            <translation>Tạo được tiến trình, kết thúc và xem trộm được tiến trình của bạn.</translation>
        </message>
        <message>
            <source>At most %1 MiB of memory, files of at most %2 MiB, %3 minutes of computing.</source>
            <translation>Tối đa %1 MiB bộ nhớ, mỗi tệp tối đa %2 MiB, %3 phút tính toán.</translation>
        </message>
        <message>
            <source>Its memory is not limited; files of at most %1 MiB, %2 minutes of computing.</source>
            <translation>Bộ nhớ không giới hạn; mỗi tệp tối đa %1 MiB, %2 phút tính toán.</translation>
        </message>
        <message>
            <source>It stopped unexpectedly. It is started again when it is needed.</source>
            <translation>Phần bổ trợ đã dừng đột ngột. Nó được khởi động lại khi cần đến.</translation>
        </message>
        <message>
            <source>It is not used until you switch it on again.</source>
            <translation>Phần bổ trợ không được dùng cho đến khi bạn bật lại.</translation>
        </message>
        <message>
            <source>You have switched it off.</source>
            <translation>Bạn đã tắt phần bổ trợ này.</translation>
        </message>
        <message>
            <source>Verbale runs in safe mode, without plugins.</source>
            <translation>Verbale đang ở chế độ an toàn, không chạy phần bổ trợ.</translation>
        </message>
        <message>
            <source>A part of Verbale is missing that it needs. Install Verbale again.</source>
            <translation>Thiếu một thành phần của Verbale mà phần bổ trợ này cần. Hãy cài lại Verbale.</translation>
        </message>
        <message>
            <source>The same plugin is there twice; this one is not used.</source>
            <translation>Phần bổ trợ này có hai bản; bản này không được dùng.</translation>
        </message>
        <message>
            <source>It does not fit this version of Verbale. Get another version of it.</source>
            <translation>Không hợp với phiên bản Verbale này. Hãy lấy phiên bản khác của phần bổ trợ.</translation>
        </message>
        <message>
            <source>Its description, plugin.json, has a fault. Tell its author.</source>
            <translation>Tệp mô tả plugin.json có lỗi. Hãy báo cho tác giả.</translation>
        </message>
        <message>
            <source>Another plugin that it needs is not there or cannot be used.</source>
            <translation>Phần bổ trợ khác mà nó cần không có hoặc không dùng được.</translation>
        </message>
        <message>
            <source>It took too long and was ended.</source>
            <translation>Mất quá nhiều thời gian nên đã bị kết thúc.</translation>
        </message>
        <message>
            <source>It could not be loaded. Install it again.</source>
            <translation>Không nạp được. Hãy cài lại.</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Đang chạy</translation>
        </message>
        <message>
            <source>Switched off</source>
            <translation>Đã tắt</translation>
        </message>
        <message>
            <source>Not usable</source>
            <translation>Không dùng được</translation>
        </message>
        <message>
            <source>Something is missing</source>
            <translation>Thiếu thành phần</translation>
        </message>
        <message>
            <source>In quarantine</source>
            <translation>Bị cách ly</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Bị lỗi</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Chưa khởi động</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Đang khởi động</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Đã dừng</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Sẵn sàng</translation>
        </message>
        <message>
            <source>It came with Verbale.</source>
            <translation>Phần bổ trợ đi kèm Verbale.</translation>
        </message>
        <message>
            <source>You installed it.</source>
            <translation>Bạn đã cài phần bổ trợ này.</translation>
        </message>
        <message>
            <source>It is used from a folder of VERBALE_PLUGIN_PATH.</source>
            <translation>Phần bổ trợ được dùng từ một thư mục trong VERBALE_PLUGIN_PATH.</translation>
        </message>
        <message>
            <source>It is used from a folder that was named when Verbale was started.</source>
            <translation>Phần bổ trợ được dùng từ thư mục nêu khi khởi động Verbale.</translation>
        </message>
        <message>
            <source>Finds terms in the source</source>
            <translation>Tìm thuật ngữ trong văn bản nguồn</translation>
        </message>
        <message>
            <source>Suggests translations</source>
            <translation>Gợi ý bản dịch</translation>
        </message>
        <message>
            <source>Has texts translated by a service that you switch on</source>
            <translation>Dịch văn bản qua một dịch vụ do bạn bật</translation>
        </message>
        <message>
            <source>Checks translations</source>
            <translation>Kiểm tra bản dịch</translation>
        </message>
        <message>
            <source>Says where a translation has its terms</source>
            <translation>Chỉ ra thuật ngữ nằm ở đâu trong bản dịch</translation>
        </message>
        <message>
            <source>Pairs the sentences of two texts</source>
            <translation>Ghép câu của hai văn bản</translation>
        </message>
        <message>
            <source>Reads and writes a kind of file</source>
            <translation>Đọc và ghi một loại tệp</translation>
        </message>
        <message>
            <source>Adds commands that change chosen segments</source>
            <translation>Thêm lệnh thay đổi các câu được chọn</translation>
        </message>
        <message>
            <source>To use the network, without saying where to. It can send your texts anywhere.</source>
            <translation>Dùng mạng mà không nói kết nối đến đâu. Nó có thể gửi văn bản của bạn đi bất cứ đâu.</translation>
        </message>
        <message>
            <source>To use the network; it says that it talks to %1. It can send your texts there.</source>
            <translation>Dùng mạng; theo lời khai, nó liên lạc với %1. Nó có thể gửi văn bản của bạn đến đó.</translation>
        </message>
        <message>
            <source>To read a file that you name in its settings (%1).</source>
            <translation>Đọc một tệp do bạn nêu trong thiết lập (%1).</translation>
        </message>
        <message>
            <source>To read a folder that you name in its settings (%1).</source>
            <translation>Đọc một thư mục do bạn nêu trong thiết lập (%1).</translation>
        </message>
        <message>
            <source>To talk to a server that you name in its settings (%1).</source>
            <translation>Liên lạc với máy chủ do bạn nêu trong thiết lập (%1).</translation>
        </message>
        <message>
            <source>Up to %1 MiB of memory.</source>
            <translation>Tối đa %1 MiB bộ nhớ.</translation>
        </message>
        <message>
            <source>The plugin %1.</source>
            <translation>Phần bổ trợ %1.</translation>
        </message>
        <message>
            <source>To be run as a program: %1</source>
            <translation>Được chạy như một chương trình: %1</translation>
        </message>
        <message>
            <source>No network.</source>
            <translation>Không dùng mạng.</translation>
        </message>
        <message>
            <source>The texts of the segments that it is asked about.</source>
            <translation>Văn bản của những câu mà nó được hỏi.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Mạng</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>Chương trình</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>Tiến trình</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Bộ nhớ</translation>
        </message>
        <message>
            <source>Enforced</source>
            <translation>Được bảo đảm</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Một phần</translation>
        </message>
        <message>
            <source>Not enforced</source>
            <translation>Không bảo đảm</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 giây</translation>
        </message>
        <message>
            <source>It may use the network. It says that it talks to %1; this system holds it to the TCP ports %2, but not to these hosts.</source>
            <translation>Được dùng mạng. Theo lời khai, nó liên lạc với %1; hệ thống này giới hạn được ở các cổng TCP %2, không giới hạn được máy chủ.</translation>
        </message>
        <message>
            <source>It may use the network. It says that it talks to %1; this system holds it to the TCP ports %2 (with those of your proxies), but not to these hosts.</source>
            <translation>Được dùng mạng. Theo lời khai, nó liên lạc với %1; hệ thống này giới hạn được ở các cổng TCP %2 (kể cả cổng của máy chủ ủy nhiệm), không giới hạn được máy chủ.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginsModel</name>
        <message>
            <source>Plugin</source>
            <translation>Phần bổ trợ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineDesk</name>
        <message>
            <source>Off for this document</source>
            <translation>Tắt cho tài liệu này</translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>Xong %1 trên %2</translation>
        </message>
        <message>
            <source>%1 translates what is left. You can go on working.</source>
            <translation>%1 đang dịch phần còn lại. Bạn có thể làm việc tiếp.</translation>
        </message>
        <message>
            <source>Marked %1: nothing is sent</source>
            <translation>Đóng dấu %1: không gửi đi gì</translation>
        </message>
        <message>
            <source>The document is marked “%1”, and %2 may not have such texts.</source>
            <translation>Tài liệu đóng dấu “%1”, và %2 không được nhận văn bản như vậy.</translation>
        </message>
        <message>
            <source>Trouble with %1</source>
            <translation>%1 gặp trục trặc</translation>
        </message>
        <message>
            <source>%1 may get texts</source>
            <translation>%1 được nhận văn bản</translation>
        </message>
        <message>
            <source>Machine translation is on for this document: empty segments that you come to are sent to %1.</source>
            <translation>Dịch máy đang bật cho tài liệu này: câu trống mà bạn đi tới sẽ được gửi cho %1.</translation>
        </message>
        <message>
            <source>Nothing leaves this machine</source>
            <translation>Không có gì rời máy này</translation>
        </message>
        <message>
            <source>Machine translation is off for this document.</source>
            <translation>Dịch máy đang tắt cho tài liệu này.</translation>
        </message>
        <message>
            <source>%1: %2 of %3 segments</source>
            <translation>%1: %2 trên %3 câu</translation>
        </message>
        <message>
            <source>Nothing is left to translate. What you have emptied stays empty.</source>
            <translation>Không còn gì để dịch. Câu bạn đã xóa trống vẫn để trống.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Engines…</source>
            <translation>Dịch vụ dịch máy…</translation>
        </message>
        <message>
            <source>Send again…</source>
            <translation>Gửi lại…</translation>
        </message>
        <message>
            <source>Use %1…</source>
            <translation>Dùng %1…</translation>
        </message>
        <message>
            <source>No engine of machine translation is set up. Nothing leaves this machine.</source>
            <translation>Chưa cài đặt dịch vụ dịch máy nào. Không có gì rời máy này.</translation>
        </message>
        <message>
            <source>Machine translation is off for this document. Nothing leaves this machine.</source>
            <translation>Dịch máy đang tắt cho tài liệu này. Không có gì rời máy này.</translation>
        </message>
        <message>
            <source>Nothing is sent: this document is marked “%1”, and %2 may not have such texts.</source>
            <translation>Không gửi đi gì: tài liệu đóng dấu “%1”, và %2 không được nhận văn bản như vậy.</translation>
        </message>
        <message>
            <source>What left this machine…</source>
            <translation>Những gì đã rời máy này…</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineDialog</name>
        <message>
            <source>Switch on %1 for this document?</source>
            <translation>Bật %1 cho tài liệu này?</translation>
        </message>
        <message>
            <source>Send what is not translated to %1?</source>
            <translation>Gửi phần chưa dịch cho %1?</translation>
        </message>
        <message>
            <source>Send to %1 again what may have been charged?</source>
            <translation>Gửi lại cho %1 phần có thể đã bị tính tiền?</translation>
        </message>
        <message>
            <source>The document is not sent all at once: each empty segment goes when you come to it, alone, the one that you are in first. The rest goes only when you ask for it; what that would send is shown below. Every text is written down before it leaves.</source>
            <translation>Tài liệu không bị gửi đi toàn bộ cùng lúc: mỗi câu trống chỉ được gửi riêng khi bạn đi tới, trước hết là câu bạn đang ở. Phần còn lại chỉ được gửi khi bạn yêu cầu; nội dung sẽ gửi khi đó hiện ở dưới. Mọi văn bản đều được ghi sổ trước khi rời máy.</translation>
        </message>
        <message>
            <source>Nothing of what follows has been sent yet. What comes back fills segments in which nobody has written, marked as machine translation; one undo takes it all back.</source>
            <translation>Những gì dưới đây chưa được gửi đi. Kết quả được điền vào những câu chưa ai viết và được đánh dấu là dịch máy; một lần hoàn tác bỏ đi tất cả.</translation>
        </message>
        <message>
            <source>These texts were sent before, and no usable answer came. The service may charge for them a second time.</source>
            <translation>Những văn bản này đã được gửi trước đây mà không có kết quả dùng được. Dịch vụ có thể tính tiền lần thứ hai.</translation>
        </message>
        <message>
            <source>Machine translation</source>
            <translation>Dịch máy</translation>
        </message>
        <message>
            <source>&amp;What is sent, exactly (without your key)</source>
            <translation>&amp;Nguyên văn nội dung gửi đi (không kèm khóa của bạn)</translation>
        </message>
        <message>
            <source>&amp;Switch on</source>
            <translation>&amp;Bật</translation>
        </message>
        <message>
            <source>&amp;Send</source>
            <translation>&amp;Gửi</translation>
        </message>
        <message>
            <source>&amp;Do not send</source>
            <translation>&amp;Không gửi</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Dịch vụ</translation>
        </message>
        <message>
            <source>%1, at %2</source>
            <translation>%1, tại %2</translation>
        </message>
        <message>
            <source>What it keeps</source>
            <translation>Dịch vụ giữ lại gì</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>Câu</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>Sẽ gửi</translation>
        </message>
        <message>
            <source>Budget left</source>
            <translation>Hạn mức còn lại</translation>
        </message>
        <message>
            <source>Beware</source>
            <translation>Lưu ý</translation>
        </message>
        <message numerus="yes">
            <source>%n without a translation</source>
            <translation>
                <numerusform>%n chưa có bản dịch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already, which cost nothing</source>
            <translation>
                <numerusform>%n đã có kết quả, không tốn tiền</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with nothing to translate</source>
            <translation>
                <numerusform>%n không có gì để dịch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that may have been charged before and are not sent again</source>
            <translation>
                <numerusform>%n có thể đã bị tính tiền và không gửi lại</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 characters in %n request(s)</source>
            <translation>
                <numerusform>%1 ký tự trong %n yêu cầu</numerusform>
            </translation>
        </message>
        <message>
            <source>%1; by your price about %2 %3</source>
            <translation>%1; theo giá của bạn khoảng %2 %3</translation>
        </message>
        <message>
            <source>%1 characters for this document</source>
            <translation>%1 ký tự cho tài liệu này</translation>
        </message>
        <message>
            <source>%1 characters for this month</source>
            <translation>%1 ký tự cho tháng này</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more request(s) like these.</source>
            <translation>
                <numerusform>… và %n yêu cầu tương tự.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing: all of it is known already.</source>
            <translation>Không có gì: tất cả đã có kết quả.</translation>
        </message>
        <message>
            <source>&amp;Leave it off</source>
            <translation>&amp;Cứ để tắt</translation>
        </message>
        <message>
            <source>If all of it is sent</source>
            <translation>Nếu gửi toàn bộ</translation>
        </message>
        <message>
            <source>&amp;What would be sent then, exactly (without your key)</source>
            <translation>&amp;Nguyên văn nội dung gửi đi khi đó (không kèm khóa của bạn)</translation>
        </message>
        <message>
            <source>%1, of them %2</source>
            <translation>%1, trong đó %2</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineWords</name>
        <message>
            <source>They were sent and no answer came: the service may have charged for them, so they are not sent again by themselves.</source>
            <translation>Đã gửi mà không có trả lời: dịch vụ có thể đã tính tiền, nên không tự động gửi lại.</translation>
        </message>
        <message>
            <source>The service&apos;s answer cannot be used; it may have charged for them.</source>
            <translation>Trả lời của dịch vụ không dùng được; dịch vụ có thể đã tính tiền.</translation>
        </message>
        <message>
            <source>The engine has no key.</source>
            <translation>Dịch vụ chưa có khóa.</translation>
        </message>
        <message>
            <source>The service does not take the key.</source>
            <translation>Dịch vụ không chấp nhận khóa.</translation>
        </message>
        <message>
            <source>What you may have translated is used up at the service.</source>
            <translation>Hạn mức của bạn tại dịch vụ đã hết.</translation>
        </message>
        <message>
            <source>The service could not be reached; nothing was sent.</source>
            <translation>Không kết nối được với dịch vụ; chưa gửi gì đi.</translation>
        </message>
        <message>
            <source>The service asks for a pause.</source>
            <translation>Dịch vụ yêu cầu tạm dừng.</translation>
        </message>
        <message>
            <source>The service failed several times running and is left alone for up to two minutes, so they were not sent; pre-translate the rest again after that.</source>
            <translation>Dịch vụ gặp lỗi nhiều lần liên tiếp nên tạm thời không được gọi tới trong tối đa hai phút; các câu này chưa được gửi đi. Sau đó hãy dịch máy trước phần còn lại một lần nữa.</translation>
        </message>
        <message>
            <source>The service gave translations to segments that they do not belong to, so what may be wrong was not used; it may have charged for them. If you send them again, each goes alone.</source>
            <translation>Dịch vụ trả bản dịch nhầm câu, nên những bản có thể sai không được sử dụng; dịch vụ có thể đã tính tiền. Nếu gửi lại, mỗi câu sẽ được gửi riêng.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Đã hủy.</translation>
        </message>
        <message>
            <source>The key holds a space, a line end or a letter that no key has; copy it again.</source>
            <translation>Khóa có dấu cách, dấu xuống dòng hoặc chữ cái mà không khóa nào có; hãy sao chép lại.</translation>
        </message>
        <message>
            <source>The service cannot translate at the moment, and charges nothing for it.</source>
            <translation>Hiện dịch vụ không dịch được và không tính tiền.</translation>
        </message>
        <message>
            <source>The service does not have what the settings ask for: address, languages, model or glossary.</source>
            <translation>Dịch vụ không có thứ mà thiết lập yêu cầu: địa chỉ, ngôn ngữ, mô hình hoặc bảng thuật ngữ.</translation>
        </message>
        <message>
            <source>The service does not have this pair of languages.</source>
            <translation>Dịch vụ không có cặp ngôn ngữ này.</translation>
        </message>
        <message>
            <source>The service refuses what was sent.</source>
            <translation>Dịch vụ từ chối nội dung đã gửi.</translation>
        </message>
        <message>
            <source>Their terms did not get into the glossary at the service, so they were not sent. Try again, or switch the terms off in the engine&apos;s settings.</source>
            <translation>Thuật ngữ của các câu này chưa vào được bảng thuật ngữ tại dịch vụ, nên chưa gửi câu nào. Hãy thử lại, hoặc tắt việc gửi thuật ngữ trong thiết lập của dịch vụ.</translation>
        </message>
        <message>
            <source>The service does not have the glossary of their terms any more, or refuses it.</source>
            <translation>Dịch vụ không còn bảng thuật ngữ của các câu này, hoặc từ chối dùng bảng đó.</translation>
        </message>
        <message>
            <source>The budget of this document is used up; it can be raised among the engines.</source>
            <translation>Ngân sách của văn bản này đã hết; có thể nâng lên trong phần thiết lập dịch vụ.</translation>
        </message>
        <message>
            <source>The budget of this month is used up; it can be raised among the engines.</source>
            <translation>Ngân sách của tháng này đã hết; có thể nâng lên trong phần thiết lập dịch vụ.</translation>
        </message>
        <message>
            <source>The segment is too long for the service. Split it.</source>
            <translation>Câu quá dài đối với dịch vụ. Hãy tách câu.</translation>
        </message>
        <message>
            <source>Another program has been sending the same text for a long time; end it, or try again later.</source>
            <translation>Một chương trình khác đang gửi cùng nội dung này từ lâu; hãy kết thúc chương trình đó hoặc thử lại sau.</translation>
        </message>
        <message>
            <source>There is no room left on the disk for the list of what leaves this machine, so nothing was sent.</source>
            <translation>Đĩa không còn chỗ cho sổ ghi những gì rời máy này, nên chưa gửi gì đi.</translation>
        </message>
        <message>
            <source>Another program is using the list of what leaves this machine; try again.</source>
            <translation>Một chương trình khác đang dùng sổ ghi những gì rời máy này; hãy thử lại.</translation>
        </message>
        <message>
            <source>The service wanted the texts sent elsewhere, which Verbale never does. Check the address, or log in to the network.</source>
            <translation>Dịch vụ muốn chuyển văn bản sang nơi khác, điều mà Verbale không bao giờ làm. Hãy kiểm tra địa chỉ, hoặc đăng nhập vào mạng.</translation>
        </message>
        <message>
            <source>No computer of the service&apos;s name was found. Check the address and the network connection.</source>
            <translation>Không tìm thấy máy chủ của dịch vụ. Hãy kiểm tra địa chỉ và kết nối mạng.</translation>
        </message>
        <message>
            <source>The service refuses connections: it is not running there, or a firewall stands in between. Check the address and port.</source>
            <translation>Dịch vụ từ chối kết nối: dịch vụ không chạy ở đó, hoặc có tường lửa ở giữa. Hãy kiểm tra địa chỉ và cổng.</translation>
        </message>
        <message>
            <source>No connection to the service came about. Check the network connection and the proxy&apos;s settings.</source>
            <translation>Không kết nối được với dịch vụ. Hãy kiểm tra kết nối mạng và thiết lập proxy.</translation>
        </message>
        <message>
            <source>The proxy did not connect to the service. Check the network settings.</source>
            <translation>Proxy không kết nối được với dịch vụ. Hãy kiểm tra thiết lập mạng.</translation>
        </message>
        <message>
            <source>The proxy wants a user name and password, or refused those that it got.</source>
            <translation>Proxy yêu cầu tên người dùng và mật khẩu, hoặc đã từ chối những gì nhận được.</translation>
        </message>
        <message>
            <source>No encrypted connection to the service could be agreed on. Check the address and port.</source>
            <translation>Không thiết lập được kết nối mã hóa với dịch vụ. Hãy kiểm tra địa chỉ và cổng.</translation>
        </message>
        <message>
            <source>The service&apos;s certificate is not valid at this date, so nothing was sent. Check this computer&apos;s date.</source>
            <translation>Chứng thư của dịch vụ không có hiệu lực vào ngày này, nên chưa gửi gì đi. Hãy kiểm tra ngày giờ của máy.</translation>
        </message>
        <message>
            <source>The certificate shown is not the service&apos;s, so nothing was sent. Check the address; a network&apos;s sign-in page can also stand in between.</source>
            <translation>Chứng thư nhận được không phải của dịch vụ, nên chưa gửi gì đi. Hãy kiểm tra địa chỉ; cũng có thể có trang đăng nhập mạng ở giữa.</translation>
        </message>
        <message>
            <source>The service&apos;s certificate comes from an authority that this computer does not know, so nothing was sent. For a service of your office, name its authority&apos;s certificate among the engines.</source>
            <translation>Chứng thư của dịch vụ do một tổ chức mà máy này không biết cấp, nên chưa gửi gì đi. Với dịch vụ của cơ quan, hãy chỉ ra chứng thư của tổ chức cấp trong phần thiết lập dịch vụ.</translation>
        </message>
        <message>
            <source>The file of trusted certificates cannot be read, so nothing was sent. Check its path among the engines.</source>
            <translation>Không đọc được tệp chứng thư tin cậy, nên chưa gửi gì đi. Hãy kiểm tra đường dẫn trong phần thiết lập dịch vụ.</translation>
        </message>
        <message>
            <source>The connection broke off, or no answer came in time.</source>
            <translation>Kết nối bị ngắt, hoặc không có trả lời kịp thời.</translation>
        </message>
        <message>
            <source>A web page came in the place of a translation: a network login or a proxy may stand between. It may have been charged.</source>
            <translation>Nhận được một trang web thay cho bản dịch: có thể có trang đăng nhập mạng hoặc proxy ở giữa. Dịch vụ có thể đã tính tiền.</translation>
        </message>
        <message>
            <source>What the service answered belongs to no segment for sure, and is not used; it may have been charged.</source>
            <translation>Trả lời của dịch vụ không khớp chắc chắn với câu nào nên không được dùng; dịch vụ có thể đã tính tiền.</translation>
        </message>
        <message>
            <source>The answer is the source, not translated.</source>
            <translation>Trả lời là nguyên văn bản gốc, chưa được dịch.</translation>
        </message>
        <message>
            <source>The answer is empty.</source>
            <translation>Trả lời trống.</translation>
        </message>
        <message>
            <source>The service stopped before the end of the text.</source>
            <translation>Dịch vụ dừng trước khi dịch hết.</translation>
        </message>
        <message>
            <source>The answer is an error message or program code and no translation.</source>
            <translation>Trả lời là thông báo lỗi hoặc mã chương trình, không phải bản dịch.</translation>
        </message>
        <message>
            <source>The answer is not in English.</source>
            <translation>Trả lời không phải tiếng Anh.</translation>
        </message>
        <message>
            <source>In the answer the text&apos;s tags or what was redacted are missing, doubled or out of place.</source>
            <translation>Trong trả lời, các thẻ của câu hoặc phần đã che bị mất, bị lặp hoặc sai chỗ.</translation>
        </message>
        <message>
            <source>%1 The service says: %2</source>
            <translation>%1 Dịch vụ trả lời: %2</translation>
        </message>
        <message>
            <source>There is no key for %1; put it into the environment variable VERBALE_MT_KEY_ followed by the engine&apos;s name in capitals.</source>
            <translation>Chưa có khóa cho %1; hãy nhập khóa trong phần thiết lập dịch vụ, hoặc đặt vào biến môi trường VERBALE_MT_KEY_ kèm tên dịch vụ viết hoa.</translation>
        </message>
        <message>
            <source>%1 With a key of DeepL API Free the texts would go to api-free.deepl.com and not to the host that is shown, unless the engine&apos;s address is set.</source>
            <translation>%1 Với khóa của DeepL API Free, văn bản sẽ được gửi đến api-free.deepl.com chứ không phải máy chủ nêu ở đây, trừ khi đã đặt địa chỉ của dịch vụ.</translation>
        </message>
        <message>
            <source>%1 gives the glossary of your terms its id when it is made; &quot;%2&quot; stands for it in what is shown.</source>
            <translation>%1 chỉ cấp mã số cho bảng thuật ngữ của bạn khi bảng được tạo; trong nội dung hiển thị, “%2” được ghi thay cho mã số đó.</translation>
        </message>
        <message>
            <source>The term &quot;%1&quot; (&quot;%2&quot;) does not go to %3: %4.</source>
            <translation>Thuật ngữ “%1” (“%2”) không được gửi đến %3: %4.</translation>
        </message>
        <message>
            <source>the glossary there has one English for it, &quot;%1&quot;</source>
            <translation>bảng thuật ngữ ở đó chỉ có một cách dịch cho từ này, “%1”</translation>
        </message>
        <message>
            <source>it has an empty side</source>
            <translation>một bên để trống</translation>
        </message>
        <message>
            <source>it holds a tab, a line end or another control character</source>
            <translation>có dấu tab, dấu xuống dòng hoặc ký tự điều khiển khác</translation>
        </message>
        <message>
            <source>it is longer than 1,024 bytes</source>
            <translation>dài hơn 1.024 byte</translation>
        </message>
        <message>
            <source>the glossary is full: 10 MiB are allowed</source>
            <translation>bảng thuật ngữ đã đầy: chỉ được 10 MiB</translation>
        </message>
        <message>
            <source>Translations could not be kept, so the next time they would have to be paid for again: %1</source>
            <translation>Không lưu được bản dịch, nên lần sau sẽ phải trả tiền lại: %1</translation>
        </message>
        <message>
            <source>What became of a request could not be written into the ledger: %1</source>
            <translation>Không ghi được vào sổ kết quả của một yêu cầu: %1</translation>
        </message>
        <message>
            <source>What became of requests could not be written into the ledger: %1</source>
            <translation>Không ghi được vào sổ kết quả của các yêu cầu: %1</translation>
        </message>
        <message>
            <source>The store of machine translations was damaged; a new one was begun, and the old one lies beside it.</source>
            <translation>Kho bản dịch máy bị hỏng; đã bắt đầu một kho mới, kho cũ vẫn nằm bên cạnh.</translation>
        </message>
        <message numerus="yes">
            <source>%n further warning(s).</source>
            <translation>
                <numerusform>và %n cảnh báo khác.</numerusform>
            </translation>
        </message>
        <message>
            <source>its figures differ: %1 is missing</source>
            <translation>số liệu khác bản gốc: thiếu %1</translation>
        </message>
        <message>
            <source>its figures differ: the source has no %1</source>
            <translation>số liệu khác bản gốc: bản gốc không có %1</translation>
        </message>
        <message>
            <source>the number %1 is missing</source>
            <translation>thiếu số %1</translation>
        </message>
        <message>
            <source>it is much shorter than the source</source>
            <translation>ngắn hơn bản gốc nhiều</translation>
        </message>
        <message>
            <source>it is much longer than the source</source>
            <translation>dài hơn bản gốc nhiều</translation>
        </message>
        <message>
            <source>characters in it are escaped twice</source>
            <translation>có ký tự bị mã hóa hai lần</translation>
        </message>
        <message>
            <source>it holds markup that the source does not have</source>
            <translation>có thẻ đánh dấu mà bản gốc không có</translation>
        </message>
        <message>
            <source>it holds words that the engine does not know</source>
            <translation>có từ mà dịch vụ không biết</translation>
        </message>
        <message>
            <source>a pair of codes no longer has words between them</source>
            <translation>một cặp thẻ không còn chữ ở giữa</translation>
        </message>
        <message>
            <source>what was redacted stands as in the source: %1</source>
            <translation>phần đã che được giữ như trong bản gốc: %1</translation>
        </message>
        <message>
            <source>%1 of %2 segments translated by %3</source>
            <translation>%3 đã dịch %1 trên %2 câu</translation>
        </message>
        <message numerus="yes">
            <source>, %n of them known before</source>
            <translation>
                <numerusform>, trong đó %n đã có kết quả từ trước</numerusform>
            </translation>
        </message>
        <message>
            <source>; %1 characters sent.</source>
            <translation>; đã gửi %1 ký tự.</translation>
        </message>
        <message numerus="yes">
            <source>%n for other reasons.</source>
            <translation>
                <numerusform>%n vì lý do khác.</numerusform>
            </translation>
        </message>
        <message>
            <source>Segments without a machine translation:</source>
            <translation>Câu không có bản dịch máy:</translation>
        </message>
        <message>
            <source>Cancelled; %1 of %2 segments translated by %3, %4 characters sent.</source>
            <translation>Đã hủy; %3 đã dịch %1 trên %2 câu, đã gửi %4 ký tự.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) had left without an answer yet and may be charged; an answer that still comes is used in the next run.</source>
            <translation>
                <numerusform>%n câu đã gửi đi mà chưa có trả lời và có thể bị tính phí; nếu sau đó vẫn có kết quả, lần dịch sau sẽ dùng.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What became of %n segment(s) more is not known yet; the list of what left this machine will have it.</source>
            <translation>
                <numerusform>Chưa rõ kết quả của %n câu khác; danh sách những gì đã rời máy này sẽ cho biết.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ConnectionBox</name>
        <message>
            <source>&amp;Test connection…</source>
            <translation>&amp;Thử kết nối…</translation>
        </message>
        <message>
            <source>Sen&amp;d it</source>
            <translation>&amp;Gửi đi</translation>
        </message>
        <message>
            <source>What would be sent</source>
            <translation>Nội dung sẽ gửi</translation>
        </message>
        <message>
            <source>Asks the engine for one sentence, “Xin chào, đây là lần thử số …”, and says first what exactly goes where.</source>
            <translation>Hỏi dịch vụ một câu duy nhất, “Xin chào, đây là lần thử số …”, và cho biết trước chính xác cái gì được gửi đi đâu.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>Không gửi</translation>
        </message>
        <message>
            <source>Looking what would be sent…</source>
            <translation>Đang xem nội dung sẽ gửi…</translation>
        </message>
        <message>
            <source>This goes to %1, with the key if there is one, and is written down in the ledger; %2 characters count.</source>
            <translation>Nội dung này được gửi đến %1, cùng với khóa nếu có, và được ghi vào sổ; tính %2 ký tự.</translation>
        </message>
        <message>
            <source>Waiting for the answer…</source>
            <translation>Đang chờ trả lời…</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>It works: %1 answered in %2 s with “%3”.</source>
            <translation>Kết nối tốt: %1 trả lời sau %2 giây: “%3”.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Đã hủy.</translation>
        </message>
        <message>
            <source>Cancelled. The sentence may have left by then and may be charged; what left this machine has it then.</source>
            <translation>Đã hủy. Câu thử có thể đã được gửi đi và có thể bị tính phí; nếu vậy, danh sách những gì đã rời máy này có ghi lại.</translation>
        </message>
        <message>
            <source>Cancelled before the sentence was sent.</source>
            <translation>Đã hủy trước khi câu thử được gửi đi.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EngineFields</name>
        <message>
            <source>Choose…</source>
            <translation>Chọn…</translation>
        </message>
        <message>
            <source>Further settings</source>
            <translation>Thiết lập khác</translation>
        </message>
        <message>
            <source>The settings file also has %1, which an engine of this kind does not know. It is refused until they are taken out there.</source>
            <translation>Tệp thiết lập còn có %1 mà loại dịch vụ này không biết. Dịch vụ bị từ chối cho đến khi các mục đó được bỏ khỏi tệp.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EngineForm</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Tên</translation>
        </message>
        <message>
            <source>Yours; it stands in the menus, in the ledger and after “verbale draft --mt”.</source>
            <translation>Do bạn đặt; hiện trong trình đơn, trong sổ ghi và sau “verbale draft --mt”.</translation>
        </message>
        <message>
            <source>Texts that it may &amp;have</source>
            <translation>Văn bản được &amp;phép gửi</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Loại tiền</translation>
        </message>
        <message>
            <source>&amp;Price of a million characters</source>
            <translation>&amp;Giá một triệu ký tự</translation>
        </message>
        <message>
            <source>By your contract. With it, costs are shown in money too; without it, in characters.</source>
            <translation>Theo hợp đồng của bạn. Nếu có, chi phí được hiện cả bằng tiền; nếu không, chỉ bằng số ký tự.</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Khóa</translation>
        </message>
        <message>
            <source>What it may have, and what it keeps</source>
            <translation>Được nhận gì và lưu giữ gì</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Chi phí</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Kết nối</translation>
        </message>
        <message>
            <source>Write the number alone, as in %1; the currency has a field of its own.</source>
            <translation>Chỉ ghi con số, như %1; loại tiền có ô riêng.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EngineKeyBox</name>
        <message>
            <source>Remove the &amp;key</source>
            <translation>&amp;Xóa khóa</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Khóa mới</translation>
        </message>
        <message>
            <source>An engine of this kind takes no key.</source>
            <translation>Loại dịch vụ này không dùng khóa.</translation>
        </message>
        <message>
            <source>Asking the system's keyring… It may be waiting for its password.</source>
            <translation>Đang hỏi kho khóa của hệ thống… Kho khóa có thể đang chờ mật khẩu.</translation>
        </message>
        <message>
            <source>There is no key yet.</source>
            <translation>Chưa có khóa.</translation>
        </message>
        <message>
            <source>There is no key. A server of your own may need none.</source>
            <translation>Không có khóa. Máy chủ của chính cơ quan bạn có thể không cần.</translation>
        </message>
        <message>
            <source>A new key was typed; it is kept when you save.</source>
            <translation>Đã nhập khóa mới; khóa được cất khi bạn lưu.</translation>
        </message>
        <message>
            <source>The key; it is kept when you save</source>
            <translation>Khóa; được cất khi bạn lưu</translation>
        </message>
        <message>
            <source>Another key in its place; it is kept when you save</source>
            <translation>Khóa khác thay thế; được cất khi bạn lưu</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EngineWords</name>
        <message>
            <source>A service on the Internet, paid by the character. Keys of its free plan end in “:fx”.</source>
            <translation>Dịch vụ trên Internet, trả tiền theo ký tự. Khóa của gói miễn phí kết thúc bằng “:fx”.</translation>
        </message>
        <message>
            <source>Microsoft's service on the Internet, paid by the character. Takes the glossary's terms along.</source>
            <translation>Dịch vụ của Microsoft trên Internet, trả tiền theo ký tự. Nhận kèm thuật ngữ của bảng thuật ngữ.</translation>
        </message>
        <message>
            <source>Google's service on the Internet, with an API key, paid by the character.</source>
            <translation>Dịch vụ của Google trên Internet, dùng khóa API, trả tiền theo ký tự.</translation>
        </message>
        <message>
            <source>Google's service on the Internet, with an access token of a project, paid by the character.</source>
            <translation>Dịch vụ của Google trên Internet, dùng mã truy cập của một dự án, trả tiền theo ký tự.</translation>
        </message>
        <message>
            <source>A service on the Internet that uses memories and glossaries of yours, paid by the character.</source>
            <translation>Dịch vụ trên Internet, dùng được bộ nhớ dịch và bảng thuật ngữ của bạn, trả tiền theo ký tự.</translation>
        </message>
        <message>
            <source>Free software on a server: of your own office, or of somebody else.</source>
            <translation>Phần mềm tự do trên một máy chủ: của cơ quan bạn hoặc của người khác.</translation>
        </message>
        <message>
            <source>Language model (OpenAI's protocol)</source>
            <translation>Mô hình ngôn ngữ (giao thức OpenAI)</translation>
        </message>
        <message>
            <source>A language model: on this computer (Ollama, llama.cpp), on a server of your office (vLLM), or on the Internet (OpenAI).</source>
            <translation>Mô hình ngôn ngữ: trên máy tính này (Ollama, llama.cpp), trên máy chủ của cơ quan (vLLM) hoặc trên Internet (OpenAI).</translation>
        </message>
        <message>
            <source>Free software that translates by rules, on a server of your own. It has no Vietnamese yet.</source>
            <translation>Phần mềm tự do dịch theo quy tắc, trên máy chủ của chính bạn. Hiện chưa có tiếng Việt.</translation>
        </message>
        <message>
            <source>Service described by a file</source>
            <translation>Dịch vụ mô tả bằng tệp</translation>
        </message>
        <message>
            <source>Any other service, such as a ministry's own, that a JSON file describes.</source>
            <translation>Mọi dịch vụ khác, chẳng hạn của riêng một bộ, được mô tả bằng một tệp JSON.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Địa chỉ</translation>
        </message>
        <message>
            <source>Of the server, as in https://translate.example.org. Plain http reaches this computer alone.</source>
            <translation>Của máy chủ, ví dụ https://translate.example.org. http không mã hóa chỉ dùng cho chính máy tính này.</translation>
        </message>
        <message>
            <source>Of the service, as far as “/v1”; http://127.0.0.1:11434/v1 for Ollama on this computer. Plain http reaches this computer alone.</source>
            <translation>Của dịch vụ, đến hết “/v1”; http://127.0.0.1:11434/v1 nếu Ollama chạy trên máy tính này. http không mã hóa chỉ dùng cho chính máy tính này.</translation>
        </message>
        <message>
            <source>Where texts go. Plain http reaches this computer alone.</source>
            <translation>Nơi văn bản được gửi đến. http không mã hóa chỉ dùng cho chính máy tính này.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Mô hình</translation>
        </message>
        <message>
            <source>As the service calls it: qwen2.5:14b, gpt-4o …</source>
            <translation>Theo tên gọi của dịch vụ: qwen2.5:14b, gpt-4o …</translation>
        </message>
        <message>
            <source>quality_optimized, latency_optimized or prefer_quality_optimized.</source>
            <translation>quality_optimized, latency_optimized hoặc prefer_quality_optimized.</translation>
        </message>
        <message>
            <source>Of your own, as the service calls it; empty for the usual one.</source>
            <translation>Của riêng bạn, theo tên gọi của dịch vụ; để trống nếu dùng mô hình thông thường.</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Anh</translation>
        </message>
        <message>
            <source>British (EN-GB) or American (EN-US).</source>
            <translation>Anh (EN-GB) hoặc Mỹ (EN-US).</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>Bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Its number at the service, if you have one there.</source>
            <translation>Mã số tại dịch vụ, nếu bạn có bảng thuật ngữ ở đó.</translation>
        </message>
        <message>
            <source>Glossary's version</source>
            <translation>Phiên bản bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Write something new here when you have changed the glossary at the service, so that texts are translated anew.</source>
            <translation>Ghi giá trị mới khi bạn đã sửa bảng thuật ngữ tại dịch vụ, để văn bản được dịch lại.</translation>
        </message>
        <message>
            <source>Formality</source>
            <translation>Mức trang trọng</translation>
        </message>
        <message>
            <source>prefer_more, prefer_less. English knows none at present.</source>
            <translation>prefer_more, prefer_less. Hiện chưa có cho tiếng Anh.</translation>
        </message>
        <message>
            <source>Context</source>
            <translation>Ngữ cảnh</translation>
        </message>
        <message>
            <source>A sentence about the kind of text. It goes along with every request and is not charged.</source>
            <translation>Một câu về loại văn bản. Được gửi kèm mọi yêu cầu và không tính tiền.</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Vùng</translation>
        </message>
        <message>
            <source>Of your resource, as in southeastasia; empty for a global one.</source>
            <translation>Của tài nguyên, ví dụ southeastasia; để trống nếu là tài nguyên toàn cầu.</translation>
        </message>
        <message>
            <source>Send the glossary's terms</source>
            <translation>Gửi thuật ngữ</translation>
        </message>
        <message>
            <source>Before a text goes, its terms go into a glossary of Verbale's in your account at DeepL, which keeps it until you delete it there.</source>
            <translation>Trước khi gửi văn bản, các thuật ngữ có trong đó được đưa vào một bảng thuật ngữ của Verbale trong tài khoản DeepL của bạn; DeepL lưu bảng này cho đến khi bạn xóa ở đó.</translation>
        </message>
        <message>
            <source>Send the glossary's terms along</source>
            <translation>Gửi kèm thuật ngữ</translation>
        </message>
        <message>
            <source>So that the service uses them. They are checked in its answers in any case.</source>
            <translation>Để dịch vụ dùng các thuật ngữ đó. Dù sao chúng cũng được kiểm tra trong bản dịch trả về.</translation>
        </message>
        <message>
            <source>Version of the interface</source>
            <translation>Phiên bản giao diện</translation>
        </message>
        <message>
            <source>3.0 is what every resource has.</source>
            <translation>Mọi tài nguyên đều có 3.0.</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Hạng mục</translation>
        </message>
        <message>
            <source>A custom model's, with version 3.0.</source>
            <translation>Của mô hình riêng, với phiên bản 3.0.</translation>
        </message>
        <message>
            <source>Deployment</source>
            <translation>Bản triển khai</translation>
        </message>
        <message>
            <source>The model's, with version 2026-06-06.</source>
            <translation>Của mô hình, với phiên bản 2026-06-06.</translation>
        </message>
        <message>
            <source>Tone</source>
            <translation>Giọng văn</translation>
        </message>
        <message>
            <source>“formal”, with version 2026-06-06.</source>
            <translation>“formal”, với phiên bản 2026-06-06.</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Dự án</translation>
        </message>
        <message>
            <source>Its name or number in the Google Cloud console.</source>
            <translation>Tên hoặc số trong bảng điều khiển Google Cloud.</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Địa điểm</translation>
        </message>
        <message>
            <source>The computing centre; a glossary is used in its own location alone.</source>
            <translation>Trung tâm dữ liệu; bảng thuật ngữ chỉ dùng được tại địa điểm của nó.</translation>
        </message>
        <message>
            <source>Memories</source>
            <translation>Bộ nhớ dịch</translation>
        </message>
        <message>
            <source>Their numbers at the service, with commas between them.</source>
            <translation>Mã số tại dịch vụ, cách nhau bằng dấu phẩy.</translation>
        </message>
        <message>
            <source>Glossaries</source>
            <translation>Bảng thuật ngữ</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>Chỉ dẫn</translation>
        </message>
        <message>
            <source>About style, for the model. They go along with every request.</source>
            <translation>Về văn phong, dành cho mô hình. Được gửi kèm mọi yêu cầu.</translation>
        </message>
        <message>
            <source>Name for people</source>
            <translation>Tên hiển thị</translation>
        </message>
        <message>
            <source>Stands beside what this engine has translated.</source>
            <translation>Hiện bên cạnh bản dịch của dịch vụ này.</translation>
        </message>
        <message>
            <source>Ask for JSON</source>
            <translation>Yêu cầu JSON</translation>
        </message>
        <message>
            <source>Switch it off for a server that does not know “response_format”.</source>
            <translation>Tắt đi nếu máy chủ không biết “response_format”.</translation>
        </message>
        <message>
            <source>Segments in a request</source>
            <translation>Số câu trong một yêu cầu</translation>
        </message>
        <message>
            <source>At most; as the server allows.</source>
            <translation>Nhiều nhất; theo mức máy chủ cho phép.</translation>
        </message>
        <message>
            <source>Characters in a request</source>
            <translation>Số ký tự trong một yêu cầu</translation>
        </message>
        <message>
            <source>Wait for an answer</source>
            <translation>Thời gian chờ trả lời</translation>
        </message>
        <message>
            <source>Seconds. A model that has to be loaded first takes minutes.</source>
            <translation>Tính bằng giây. Mô hình phải nạp trước có thể mất vài phút.</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Tệp mô tả</translation>
        </message>
        <message>
            <source>The JSON file that says how the service is asked. The manual has an example.</source>
            <translation>Tệp JSON cho biết cách hỏi dịch vụ. Sách hướng dẫn có ví dụ.</translation>
        </message>
        <message>
            <source>Requests in a second</source>
            <translation>Số yêu cầu trong một giây</translation>
        </message>
        <message>
            <source>At most; empty for the service's usual rate.</source>
            <translation>Nhiều nhất; để trống nếu theo nhịp thông thường của dịch vụ.</translation>
        </message>
        <message>
            <source>DeepL says of its paid plans that texts are not kept once they are translated. Of the free plan its pages say different things: take it that texts are kept there. See the service's terms of your plan.</source>
            <translation>DeepL cho biết với các gói trả tiền, văn bản không được lưu giữ sau khi dịch. Về gói miễn phí, các trang của DeepL nói khác nhau: hãy coi như văn bản được lưu giữ. Xem điều khoản của gói bạn dùng.</translation>
        </message>
        <message>
            <source>Microsoft says that it keeps no text that it translates (“No Trace”).</source>
            <translation>Microsoft cho biết không lưu giữ văn bản được dịch (“No Trace”).</translation>
        </message>
        <message>
            <source>Google says that it holds a text in memory for a short while in order to translate it, and trains nothing with it.</source>
            <translation>Google cho biết văn bản chỉ được giữ trong bộ nhớ một thời gian ngắn để dịch và không dùng để huấn luyện.</translation>
        </message>
        <message>
            <source>What this service keeps is not known to Verbale. See the service's terms before you send it anything.</source>
            <translation>Verbale không biết dịch vụ này lưu giữ những gì. Hãy xem điều khoản của dịch vụ trước khi gửi.</translation>
        </message>
        <message>
            <source>Whoever runs the server decides what it keeps. Ask them before you send anything that is not public.</source>
            <translation>Bên vận hành máy chủ quyết định lưu giữ những gì. Hãy hỏi họ trước khi gửi nội dung không công khai.</translation>
        </message>
        <message>
            <source>OpenAI says that it keeps texts for up to 30 days, to look for abuse, unless another arrangement was made with it. A model on this computer keeps them here. Other services have terms of their own.</source>
            <translation>OpenAI cho biết lưu giữ văn bản tối đa 30 ngày để phát hiện lạm dụng, trừ khi có thỏa thuận khác. Với mô hình trên máy tính này, văn bản ở lại đây. Các dịch vụ khác có điều khoản riêng.</translation>
        </message>
        <message>
            <source>The program keeps no texts. What a server that is not your own keeps, its owner decides.</source>
            <translation>Chương trình không lưu giữ văn bản. Nếu máy chủ không phải của bạn, chủ máy chủ quyết định lưu giữ những gì.</translation>
        </message>
        <message>
            <source>Whoever runs the service decides what it keeps. Ask them before you send anything that is not public.</source>
            <translation>Bên vận hành dịch vụ quyết định lưu giữ những gì. Hãy hỏi họ trước khi gửi nội dung không công khai.</translation>
        </message>
        <message>
            <source>There is no key</source>
            <translation>Không có khóa</translation>
        </message>
        <message>
            <source>The key was refused</source>
            <translation>Khóa bị từ chối</translation>
        </message>
        <message>
            <source>The quota is used up</source>
            <translation>Hạn mức đã hết</translation>
        </message>
        <message>
            <source>Your budget is used up</source>
            <translation>Ngân sách đã hết</translation>
        </message>
        <message>
            <source>The certificate is not good</source>
            <translation>Chứng thư không hợp lệ</translation>
        </message>
        <message>
            <source>The host is unknown</source>
            <translation>Không tìm thấy máy chủ</translation>
        </message>
        <message>
            <source>The proxy does not let it through</source>
            <translation>Máy chủ ủy nhiệm không cho qua</translation>
        </message>
        <message>
            <source>The service cannot be reached</source>
            <translation>Không kết nối được với dịch vụ</translation>
        </message>
        <message>
            <source>The service is asked too often</source>
            <translation>Dịch vụ bị hỏi quá nhiều</translation>
        </message>
        <message>
            <source>Something in the settings is wrong</source>
            <translation>Thiết lập có chỗ sai</translation>
        </message>
        <message>
            <source>The service has no Vietnamese</source>
            <translation>Dịch vụ không có tiếng Việt</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Đã hủy</translation>
        </message>
        <message>
            <source>The plugin does not work</source>
            <translation>Phần bổ trợ không hoạt động</translation>
        </message>
        <message>
            <source>The ledger cannot be written</source>
            <translation>Không ghi được vào sổ</translation>
        </message>
        <message>
            <source>The answer is not usable</source>
            <translation>Trả lời không dùng được</translation>
        </message>
        <message>
            <source>This version does not know engines of this kind.</source>
            <translation>Phiên bản này không biết loại dịch vụ này.</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Nguồn: %1</translation>
        </message>
        <message>
            <source>Texts without a marking</source>
            <translation>Văn bản không đóng dấu</translation>
        </message>
        <message>
            <source>Up to LƯU HÀNH NỘI BỘ (internal)</source>
            <translation>Đến LƯU HÀNH NỘI BỘ</translation>
        </message>
        <message>
            <source>Up to MẬT (confidential)</source>
            <translation>Đến MẬT</translation>
        </message>
        <message>
            <source>Up to TỐI MẬT (secret)</source>
            <translation>Đến TỐI MẬT</translation>
        </message>
        <message>
            <source>Up to TUYỆT MẬT (top secret)</source>
            <translation>Đến TUYỆT MẬT</translation>
        </message>
        <message>
            <source>A text with LƯU HÀNH NỘI BỘ, MẬT, TỐI MẬT or TUYỆT MẬT on a line of its own is refused before this engine sees any of it.</source>
            <translation>Văn bản có LƯU HÀNH NỘI BỘ, MẬT, TỐI MẬT hoặc TUYỆT MẬT trên một dòng riêng bị từ chối trước khi dịch vụ này nhận được bất cứ phần nào.</translation>
        </message>
        <message>
            <source>Texts for use within your organisation may go to this engine. State secrets, MẬT and above, are refused.</source>
            <translation>Văn bản lưu hành nội bộ được phép gửi đến dịch vụ này. Bí mật nhà nước, từ MẬT trở lên, bị từ chối.</translation>
        </message>
        <message>
            <source>State secrets may go to this engine. Choose this only where the law and your organisation allow it: a service on a computer that is cleared for them. Verbale cannot check that.</source>
            <translation>Bí mật nhà nước được phép gửi đến dịch vụ này. Chỉ chọn khi pháp luật và cơ quan bạn cho phép: dịch vụ chạy trên máy tính được phép xử lý bí mật nhà nước. Verbale không kiểm tra được điều đó.</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Mục này bắt buộc.</translation>
        </message>
        <message>
            <source>Give the engine a name.</source>
            <translation>Hãy đặt tên cho dịch vụ.</translation>
        </message>
        <message>
            <source>Choose a shorter name, of 60 characters at most.</source>
            <translation>Hãy chọn tên ngắn hơn, nhiều nhất 60 ký tự.</translation>
        </message>
        <message>
            <source>Another engine is called so.</source>
            <translation>Đã có dịch vụ mang tên này.</translation>
        </message>
        <message>
            <source>“%1” would take its key from the same variable of the environment. Choose a name that differs in letters or figures.</source>
            <translation>“%1” sẽ lấy khóa từ cùng một biến môi trường. Hãy chọn tên khác về chữ cái hoặc chữ số.</translation>
        </message>
        <message>
            <source>This is no address. Write it as in https://translate.example.org.</source>
            <translation>Đây không phải là địa chỉ. Hãy viết như https://translate.example.org.</translation>
        </message>
        <message>
            <source>Texts would go there unencrypted. Write https; http is for this computer alone.</source>
            <translation>Văn bản sẽ được gửi đi không mã hóa. Hãy viết https; http chỉ dành cho chính máy tính này.</translation>
        </message>
        <message>
            <source>An address is shown and kept in a file: leave name and password out of it.</source>
            <translation>Địa chỉ được hiển thị và lưu trong tệp: đừng ghi tên đăng nhập và mật khẩu vào đó.</translation>
        </message>
        <message>
            <source>This is no number that can be used here.</source>
            <translation>Số này không dùng được ở đây.</translation>
        </message>
        <message>
            <source>This file cannot be read.</source>
            <translation>Không đọc được tệp này.</translation>
        </message>
        <message>
            <source>A text goes with one glossary alone: empty this field, or do not send the glossary's terms.</source>
            <translation>Mỗi văn bản chỉ đi kèm một bảng thuật ngữ: hãy để trống ô này, hoặc đừng gửi thuật ngữ.</translation>
        </message>
        <message>
            <source>Write the whole path, from the root.</source>
            <translation>Hãy ghi đường dẫn đầy đủ, từ thư mục gốc.</translation>
        </message>
        <message>
            <source>The key comes from the environment, %1, which comes before the keyring.</source>
            <translation>Khóa lấy từ biến môi trường %1, được ưu tiên hơn kho khóa.</translation>
        </message>
        <message>
            <source>There is a key for this session only: it is forgotten when Verbale ends.</source>
            <translation>Có khóa chỉ cho phiên này: khóa mất khi Verbale kết thúc.</translation>
        </message>
        <message>
            <source>A key is kept in the system's keyring.</source>
            <translation>Khóa được cất trong kho khóa của hệ thống.</translation>
        </message>
        <message>
            <source>There is no key: the system's keyring has none for this engine, or is locked.</source>
            <translation>Không có khóa: kho khóa của hệ thống không có khóa cho dịch vụ này, hoặc đang bị khóa.</translation>
        </message>
        <message>
            <source>There is no key.</source>
            <translation>Không có khóa.</translation>
        </message>
        <message>
            <source>This computer's session has no keyring that keys could be kept in.</source>
            <translation>Phiên làm việc trên máy tính này không có kho khóa để cất khóa.</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EnginesDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Thêm</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Bỏ</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>Engines of machine translation</source>
            <translation>Dịch vụ dịch máy</translation>
        </message>
        <message>
            <source>Engines</source>
            <translation>Dịch vụ</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>The settings file is damaged, so nothing can be saved in it. Correct it or move it away, and start Verbale again.</source>
            <translation>Tệp thiết lập bị hỏng nên không lưu được gì. Hãy sửa hoặc chuyển tệp đi nơi khác rồi khởi động lại Verbale.</translation>
        </message>
        <message>
            <source>The settings file holds a key of %1 in clear, so that Verbale refuses it. It is in your backups by now: have it replaced where it was issued, and type the new one here. Saving takes the old one out of the file.</source>
            <translation>Tệp thiết lập chứa khóa của %1 ở dạng đọc được nên Verbale từ chối. Khóa đó hẳn đã có trong các bản sao lưu: hãy xin cấp khóa khác và nhập khóa mới vào đây. Khi lưu, khóa cũ được bỏ khỏi tệp.</translation>
        </message>
        <message>
            <source>All engines</source>
            <translation>Mọi dịch vụ</translation>
        </message>
        <message>
            <source>Budget, proxy, certificates</source>
            <translation>Ngân sách, máy chủ ủy nhiệm, chứng thư</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>(chưa có tên)</translation>
        </message>
        <message>
            <source>“%1” was removed.</source>
            <translation>Đã bỏ “%1”.</translation>
        </message>
        <message>
            <source>“%1” goes when you save, and its key with it.</source>
            <translation>“%1” sẽ bị bỏ khi bạn lưu, cùng với khóa của nó.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Nothing was saved yet: something here has to be corrected first.</source>
            <translation>Chưa lưu gì: trước hết cần sửa chỗ sai ở đây.</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Chưa lưu: %1</translation>
        </message>
        <message>
            <source>“%1” is removed. Its key may still be in the keyring: %2</source>
            <translation>Đã bỏ “%1”. Khóa của nó có thể vẫn còn trong kho khóa: %2</translation>
        </message>
        <message>
            <source>The key of “%1” is kept in the system's keyring.</source>
            <translation>Khóa của “%1” đã được cất trong kho khóa của hệ thống.</translation>
        </message>
        <message>
            <source>The key of “%1” is kept for this session only: when Verbale ends, it is forgotten. %2</source>
            <translation>Khóa của “%1” chỉ được giữ trong phiên này: khi Verbale kết thúc, khóa sẽ mất. %2</translation>
        </message>
        <message>
            <source>The key of “%1” may still be there: %2</source>
            <translation>Khóa của “%1” có thể vẫn còn: %2</translation>
        </message>
        <message>
            <source>The keyring has no key of “%1”, or is locked.</source>
            <translation>Kho khóa không có khóa của “%1”, hoặc đang bị khóa.</translation>
        </message>
        <message>
            <source>The key of “%1” is removed.</source>
            <translation>Đã xóa khóa của “%1”.</translation>
        </message>
        <message>
            <source>Remove the key of “%1”? It cannot be brought back from here.</source>
            <translation>Xóa khóa của “%1”? Không thể khôi phục khóa từ đây.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Giữ lại</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>Xóa</translation>
        </message>
        <message>
            <source>There are changes that are not saved.</source>
            <translation>Có thay đổi chưa lưu.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Throw them away</source>
            <translation>Bỏ các thay đổi</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LedgerDialog</name>
        <message>
            <source>%1 of %2 characters</source>
            <translation>%1 trên %2 ký tự</translation>
        </message>
        <message>
            <source>%1 characters, no limit</source>
            <translation>%1 ký tự, không giới hạn</translation>
        </message>
        <message>
            <source>The text, exactly as it left</source>
            <translation>Văn bản, đúng như khi gửi</translation>
        </message>
        <message>
            <source>The whole request, without the key</source>
            <translation>Toàn bộ yêu cầu, không có khóa</translation>
        </message>
        <message>
            <source>&amp;Copy the hash</source>
            <translation>&amp;Chép mã băm</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>&amp;Đọc lại</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Xuất</translation>
        </message>
        <message>
            <source>What left this machine</source>
            <translation>Những gì đã rời khỏi máy này</translation>
        </message>
        <message>
            <source>At any time</source>
            <translation>Mọi lúc</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>In the last seven days</source>
            <translation>Trong bảy ngày qua</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Tháng này</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Tháng trước</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>Từ … đến …</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Văn bản</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Dịch vụ</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Thời gian</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Từ</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Đến</translation>
        </message>
        <message>
            <source>&amp;Everything, for whoever looks after security (JSON lines)…</source>
            <translation>&amp;Tất cả, cho người phụ trách bảo mật (JSON theo dòng)…</translation>
        </message>
        <message>
            <source>What is shown, as &amp;CSV for a spreadsheet…</source>
            <translation>Phần đang hiện, dạng &amp;CSV cho bảng tính…</translation>
        </message>
        <message>
            <source>What is shown, as &amp;TSV…</source>
            <translation>Phần đang hiện, dạng T&amp;SV…</translation>
        </message>
        <message>
            <source>Texts that left this machine</source>
            <translation>Văn bản đã rời khỏi máy này</translation>
        </message>
        <message>
            <source>The te&amp;xt, exactly as it left</source>
            <translation>&amp;Văn bản, đúng như khi gửi</translation>
        </message>
        <message>
            <source>The whole re&amp;quest, without the key</source>
            <translation>Toàn bộ &amp;yêu cầu, không có khóa</translation>
        </message>
        <message>
            <source>A hash that you noted</source>
            <translation>Mã băm bạn đã ghi lại</translation>
        </message>
        <message>
            <source>A hash that you noted, to find out whether the ledger still has its line</source>
            <translation>Mã băm bạn đã ghi lại, để biết sổ còn dòng đó hay không</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>Reading the ledger…</source>
            <translation>Đang đọc sổ…</translation>
        </message>
        <message>
            <source>The ledger cannot be read. %1</source>
            <translation>Không đọc được sổ. %1</translation>
        </message>
        <message>
            <source>All documents</source>
            <translation>Mọi văn bản</translation>
        </message>
        <message>
            <source>All engines</source>
            <translation>Mọi dịch vụ</translation>
        </message>
        <message>
            <source>Nothing has left this machine.</source>
            <translation>Chưa có gì rời khỏi máy này.</translation>
        </message>
        <message>
            <source>Nothing that left this machine fits the choice.</source>
            <translation>Không có gì đã gửi phù hợp với lựa chọn.</translation>
        </message>
        <message>
            <source>Line %1</source>
            <translation>Dòng %1</translation>
        </message>
        <message>
            <source>%1, at %2</source>
            <translation>%1, tại %2</translation>
        </message>
        <message>
            <source>segment %1</source>
            <translation>câu %1</translation>
        </message>
        <message>
            <source>%1 characters, %2 counted</source>
            <translation>%1 ký tự, tính %2</translation>
        </message>
        <message>
            <source>answer %1…</source>
            <translation>trả lời %1…</translation>
        </message>
        <message numerus="yes">
            <source>Shown: %n text(s), %1 characters counted</source>
            <translation>
                <numerusform>Đang hiện: %n văn bản, tính %1 ký tự</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them may have been charged without an answer</source>
            <translation>
                <numerusform>%n trong số đó có thể đã bị tính tiền mà không có trả lời</numerusform>
            </translation>
        </message>
        <message>
            <source>this document: %1</source>
            <translation>văn bản này: %1</translation>
        </message>
        <message>
            <source>this month: %1</source>
            <translation>tháng này: %1</translation>
        </message>
        <message>
            <source>Line %1 of the ledger was changed, or lines before it are missing.</source>
            <translation>Dòng %1 của sổ đã bị sửa, hoặc thiếu các dòng trước đó.</translation>
        </message>
        <message>
            <source>The ledger is empty.</source>
            <translation>Sổ trống.</translation>
        </message>
        <message numerus="yes">
            <source>The ledger's chain holds: %n line(s), the last one's hash is %1….</source>
            <translation>
                <numerusform>Chuỗi của sổ nguyên vẹn: %n dòng, mã băm của dòng cuối là %1….</numerusform>
            </translation>
        </message>
        <message>
            <source>The hash that you noted is in it.</source>
            <translation>Mã băm bạn ghi lại có trong sổ.</translation>
        </message>
        <message>
            <source>No line has the hash that you noted: its end was cut off, or it was written anew.</source>
            <translation>Không dòng nào có mã băm bạn ghi lại: phần cuối sổ đã bị cắt, hoặc sổ đã được viết lại.</translation>
        </message>
        <message>
            <source>The clock went back between some lines; their order is that of their numbers.</source>
            <translation>Đồng hồ đã bị chỉnh lùi giữa một số dòng; thứ tự theo số dòng.</translation>
        </message>
        <message>
            <source>JSON lines (*.jsonl)</source>
            <translation>JSON theo dòng (*.jsonl)</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Giá trị cách nhau bằng dấu phẩy (*.csv)</translation>
        </message>
        <message>
            <source>Tab-separated values (*.tsv)</source>
            <translation>Giá trị cách nhau bằng tab (*.tsv)</translation>
        </message>
        <message>
            <source>Written to %1.</source>
            <translation>Đã ghi vào %1.</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>Chưa ghi: %1</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LedgerModel</name>
        <message>
            <source>Not known whether it arrived; costs nothing</source>
            <translation>Chưa rõ đã đến nơi hay chưa; không tính tiền</translation>
        </message>
        <message>
            <source>Arrived; costs nothing</source>
            <translation>Đã đến nơi; không tính tiền</translation>
        </message>
        <message>
            <source>Translated</source>
            <translation>Đã dịch</translation>
        </message>
        <message>
            <source>No usable answer; may have been charged</source>
            <translation>Trả lời không dùng được; có thể đã tính tiền</translation>
        </message>
        <message>
            <source>Refused, not charged</source>
            <translation>Bị từ chối, không tính tiền</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>Không đến nơi</translation>
        </message>
        <message>
            <source>Lost on the way; may have been charged</source>
            <translation>Mất giữa đường; có thể đã tính tiền</translation>
        </message>
        <message>
            <source>Not known: under way, or the program ended; may have been charged</source>
            <translation>Chưa rõ: đang gửi, hoặc chương trình đã kết thúc; có thể đã tính tiền</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Thời gian</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Dịch vụ</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Máy chủ</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Văn bản</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Câu</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Nội dung</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>Ký tự</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>Tính tiền</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Kết quả</translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineForm</name>
        <message>
            <source>Of a &amp;document</source>
            <translation>Cho một &amp;văn bản</translation>
        </message>
        <message>
            <source>Characters, over all engines. Verbale stops before a document costs more; empty: no limit.</source>
            <translation>Số ký tự, tính chung mọi dịch vụ. Verbale dừng trước khi một văn bản vượt mức này; để trống: không giới hạn.</translation>
        </message>
        <message>
            <source>Of a &amp;month</source>
            <translation>Cho một &amp;tháng</translation>
        </message>
        <message>
            <source>The same for all documents of a calendar month. What was lost on the way counts too.</source>
            <translation>Tương tự, cho mọi văn bản trong một tháng dương lịch. Phần mất giữa đường cũng được tính.</translation>
        </message>
        <message>
            <source>as the environment says</source>
            <translation>theo biến môi trường</translation>
        </message>
        <message>
            <source>&amp;Proxy</source>
            <translation>Máy chủ ủ&amp;y nhiệm</translation>
        </message>
        <message>
            <source>As in http://proxy.example.org:3128; “none” for none. A proxy that wants a password is named in the environment, https_proxy, as this file is no place for passwords.</source>
            <translation>Ví dụ http://proxy.example.org:3128; ghi “none” nếu không dùng. Máy chủ ủy nhiệm cần mật khẩu thì đặt trong biến môi trường https_proxy, vì tệp này không phải nơi để mật khẩu.</translation>
        </message>
        <message>
            <source>those of the system</source>
            <translation>của hệ thống</translation>
        </message>
        <message>
            <source>&amp;Certificates to trust</source>
            <translation>&amp;Chứng thư tin cậy</translation>
        </message>
        <message>
            <source>Certificates to trust (PEM)</source>
            <translation>Chứng thư tin cậy (PEM)</translation>
        </message>
        <message>
            <source>A PEM file in place of the system's authorities, if your office has one of its own. The check of certificates cannot be switched off.</source>
            <translation>Tệp PEM thay cho các cơ quan chứng thực của hệ thống, nếu cơ quan bạn có riêng. Không thể tắt việc kiểm tra chứng thư.</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>Ngân sách</translation>
        </message>
        <message>
            <source>The way to the network</source>
            <translation>Đường ra mạng</translation>
        </message>
        <message>
            <source>Write a whole number of characters, or nothing for no limit.</source>
            <translation>Hãy ghi một số nguyên ký tự, hoặc để trống nếu không giới hạn.</translation>
        </message>
    </context>
</TS>
