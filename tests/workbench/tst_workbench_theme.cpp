#include "workbench/icons.h"
#include "workbench/theme.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace verbale;
using namespace verbale::workbench;

class TestWorkbenchTheme : public QObject
{
    Q_OBJECT
private slots:
    void measuresContrast();
    void textCanBeRead_data();
    void textCanBeRead();
    void tellsTheColoursOfAPalette();
    void everyStatusHasAShapeOfItsOwn();
    void everyTermStatusHasALineOfItsOwn();
};

void TestWorkbenchTheme::measuresContrast()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01); // the well-known grey that just fails
}

void TestWorkbenchTheme::textCanBeRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const Colours *c : {&lightColours(), &darkColours()}) {
        const char *name = c->dark ? "dark" : "light";
        const QList<std::pair<const char *, QColor>> texts{
            {"text", c->text},           {"quiet", c->quietText},
            {"accent", c->accent},       {"preferred", c->preferred},
            {"admitted", c->admitted},   {"deprecated", c->deprecated},
            {"forbidden", c->forbidden}, {"pretranslated", c->pretranslated}};
        for (const auto &[text, colour] : texts) {
            QTest::addRow("%s %s on the page", name, text) << colour << c->page;
            QTest::addRow("%s %s on the current row", name, text) << colour << c->currentRow;
        }
        for (const auto &[text, colour] : {texts[0], texts[1]}) {
            QTest::addRow("%s %s on the window", name, text) << colour << c->window;
        }
        QTest::addRow("%s chip", name) << c->chipText << c->chip;
        QTest::addRow("%s on accent", name) << c->onAccent << c->accent;
        for (const QColor &bar : {c->infoBar, c->warningBar, c->errorBar})
            QTest::addRow("%s bar %s", name, qPrintable(bar.name())) << c->text << bar;
    }
}

void TestWorkbenchTheme::textCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    const double ratio = contrast(text, background);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestWorkbenchTheme::tellsTheColoursOfAPalette()
{
    QVERIFY(!coloursOf(paletteOf(lightColours())).dark);
    QVERIFY(coloursOf(paletteOf(darkColours())).dark);
    applyAppearance(*qApp, QStringLiteral("dark"));
    QVERIFY(coloursOf(QApplication::palette()).dark);
    applyAppearance(*qApp, QStringLiteral("light"));
    QVERIFY(!coloursOf(QApplication::palette()).dark);
}

void TestWorkbenchTheme::everyStatusHasAShapeOfItsOwn()
{
    // In one colour, so that only the shapes can differ.
    QList<QImage> seen;
    for (const auto status : {SegmentStatus::Empty, SegmentStatus::Pretranslated,
                              SegmentStatus::MachineTranslated, SegmentStatus::Draft, SegmentStatus::Rejected,
                              SegmentStatus::Confirmed, SegmentStatus::Reviewed, SegmentStatus::Final}) {
        QImage image(24, 24, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawStatus(painter, QRectF(0, 0, 24, 24), status, paletteOf(lightColours()));
        painter.end();
        const QImage shape = image.convertToFormat(QImage::Format_Alpha8);
        QVERIFY(!seen.contains(shape));
        seen.append(shape);
    }
}

void TestWorkbenchTheme::everyTermStatusHasALineOfItsOwn()
{
    QList<QImage> seen;
    for (const auto status :
         {TermStatus::Preferred, TermStatus::Admitted, TermStatus::Deprecated, TermStatus::Forbidden}) {
        QImage image(60, 12, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawTermLine(painter, 2, 58, 6, status, Qt::black);
        painter.end();
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
}

QTEST_MAIN(TestWorkbenchTheme)
#include "tst_workbench_theme.moc"
