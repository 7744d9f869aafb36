#include "support.h"

#include "workbench/editor_page.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtGui/QKeyEvent>
#include <QtTest/QTest>
#include <QtWidgets/QStatusBar>

namespace verbale::workbench {

InlineText plain(const QString &text)
{
    return {text, {}};
}

session::OpenedDocument madeDocument(int count)
{
    const QStringList sentences{
        QStringLiteral("Hai bên nhất trí tăng cường hợp tác."),
        QStringLiteral(
            "Các đại biểu đánh giá cao vai trò của nước Chủ tịch trong việc thúc đẩy đối thoại, xây dựng "
            "lòng tin và duy trì hòa bình, ổn định ở khu vực trong bối cảnh nhiều thách thức mới."),
        QStringLiteral("Ẫm thực, ngữ nghĩa: những chữ có nhiều dấu chồng lên nhau."),
    };
    QStringList sources;
    for (int i = 0; i < count; ++i)
        sources.append(sentences[i % sentences.size()]);
    return madeDocument(sources);
}

session::OpenedDocument madeDocument(const QStringList &sources)
{
    session::OpenedDocument opened;
    opened.path = QStringLiteral("/nowhere/made.txt");
    opened.workingFile = QStringLiteral("/nowhere/made.xlf");
    opened.document.originalName = QStringLiteral("made.txt");
    opened.document.sourceLanguage = QStringLiteral("vi");
    opened.document.targetLanguage = QStringLiteral("en");
    for (const QString &source : sources) {
        Unit unit;
        unit.id = QStringLiteral("u%1").arg(opened.document.units.size() + 1);
        Segment segment;
        segment.id = QStringLiteral("s1");
        segment.source = plain(source);
        unit.segments.append(segment);
        opened.document.units.append(unit);
    }
    return opened;
}

Segment segmentWithCodes()
{
    const InlineCode open{InlineCode::Kind::Opening,
                          QStringLiteral("1"),
                          QStringLiteral("<pc id=\"1\">"),
                          QStringLiteral("b"),
                          {},
                          {}};
    const InlineCode close{
        InlineCode::Kind::Closing, QStringLiteral("1"), QStringLiteral("</pc>"), QStringLiteral("b"), {}, {}};
    const InlineCode line{InlineCode::Kind::Standalone,
                          QStringLiteral("2"),
                          QStringLiteral("<ph id=\"2\"/>"),
                          QStringLiteral("br"),
                          {},
                          {}};
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source.text = inlineCodeMark + QStringLiteral("Hà Nội") + inlineCodeMark + inlineCodeMark;
    segment.source.codes = {open, close, line};
    return segment;
}

TermHit term(const QString &source, const QString &surface, const QString &english, TermStatus status)
{
    TermHit hit;
    hit.span.start = source.indexOf(surface);
    hit.span.end = hit.span.start + surface.size();
    hit.entryId = surface;
    hit.target = english;
    hit.status = status;
    return hit;
}

QString writeText(const QTemporaryDir &folder, const QString &name)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(
        "Thư mời họp\n\nHai bên nhất trí tăng cường hợp tác. Cuộc họp bắt đầu lúc chín giờ sáng.\n\n"
        "Các đại biểu đánh giá cao vai trò của nước chủ nhà trong việc thúc đẩy đối thoại giữa các bên.\n");
    return path;
}

void typeLetters(QWidget *widget, const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(widget, &release);
    }
}

WindowServices quietServices(SetAnswers::Record &record)
{
    WindowServices services;
    services.questions = std::make_unique<SetAnswers>(record);
    return services;
}

ShownWindow::ShownWindow(const session::OpenedDocument &document)
{
    window.resize(1200, 700);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.controller().adopt(document, {});
}

SegmentGrid *ShownWindow::grid() const
{
    return page()->grid();
}

QString ShownWindow::hint() const
{
    return window.statusBar()->currentMessage();
}

} // namespace verbale::workbench
