#include "workbench/start_page.h"

#include "workbench/icons.h"
#include "workbench/theme.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int pathRole = Qt::UserRole;

/// A sheet with a dashed border; solid while a file hangs over it.
class DropZone final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = coloursOf(palette());
        const bool lit = property("lit").toBool();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing, true);
        QPen pen(lit ? c.accent : c.quietText, lit ? 2 : 1.4);
        if (!lit)
            pen.setDashPattern({5, 4});
        painter.setPen(pen);
        painter.setBrush(lit ? c.currentRow : c.page);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    }
};

/// A file's name over the folder that it lies in.
class RecentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() * 2 + 18};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = coloursOf(option.palette);
        const bool lit = option.state & QStyle::State_MouseOver ||
                         (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, true);
        if (lit) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(c.currentRow);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6);
        }
        const QFileInfo file(index.data(pathRole).toString());
        const QRect text = option.rect.adjusted(10, 7, -10, -7);
        QString folder = QDir::toNativeSeparators(file.absolutePath());
        const QString home = QDir::toNativeSeparators(QDir::homePath());
        if (folder.startsWith(home + QDir::separator()))
            folder.replace(0, home.size(), QStringLiteral("~"));
        painter->setPen(c.text);
        painter->setFont(option.font);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          option.fontMetrics.elidedText(file.fileName(), Qt::ElideMiddle, text.width()));
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        painter->setPen(c.quietText);
        painter->setFont(small);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                          QFontMetrics(small).elidedText(folder, Qt::ElideMiddle, text.width()));
        painter->restore();
    }
};

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_tagline(new QLabel(this))
    , m_dropText(new QLabel(this))
    , m_dropHint(new QLabel(this))
    , m_recentTitle(new QLabel(this))
    , m_noRecent(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_sample(new QPushButton(this))
    , m_recent(new QListWidget(this))
    , m_dropZone(nullptr)
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 2.1);
    big.setBold(true);
    m_heading->setFont(big);
    m_heading->setText(QStringLiteral("Verbale"));
    QFont second = font();
    second.setPointSizeF(second.pointSizeF() * 1.15);
    m_tagline->setFont(second);
    m_tagline->setForegroundRole(QPalette::PlaceholderText);
    auto *emblem = new QLabel(this);
    emblem->setPixmap(programIcon().pixmap(QSize(52, 52), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_heading);
    words->addWidget(m_tagline);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(emblem);
    head->addLayout(words, 1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(36);
    m_dropZone = makeDropZone();
    columns->addWidget(m_dropZone, 1);
    columns->addWidget(makeRecentColumn(), 1);

    auto *inner = new QWidget(this);
    inner->setMaximumWidth(980);
    auto *content = new QVBoxLayout(inner);
    content->setContentsMargins(40, 24, 40, 24);
    content->setSpacing(32);
    content->addLayout(head);
    content->addLayout(columns);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(inner, 100);
    centre->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(centre);
    page->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    const auto choose = [this](const QListWidgetItem *item) {
        emit fileChosen(item->data(pathRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    auto *enter = new QShortcut(Qt::Key_Return, m_recent);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, [this, choose] {
        if (m_recent->currentItem() != nullptr)
            choose(m_recent->currentItem());
    });
    setRecentFiles({});
    retranslate();
}

QWidget *StartPage::makeDropZone()
{
    auto *zone = new DropZone(this);
    zone->setMinimumSize(340, 280);
    QFont second = font();
    second.setPointSizeF(second.pointSizeF() * 1.2);
    m_dropText->setFont(second);
    m_dropText->setAlignment(Qt::AlignCenter);
    m_dropText->setWordWrap(true);
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->setWordWrap(true);
    m_dropHint->setForegroundRole(QPalette::PlaceholderText);
    m_open->setDefault(true);
    m_open->setMinimumSize(180, fontMetrics().height() + 18);
    m_sample->setMinimumSize(180, fontMetrics().height() + 18);
    auto *layout = new QVBoxLayout(zone);
    layout->setContentsMargins(28, 28, 28, 28);
    layout->setSpacing(10);
    layout->addStretch(1);
    layout->addWidget(m_dropText);
    layout->addWidget(m_dropHint);
    layout->addSpacing(14);
    layout->addWidget(m_open, 0, Qt::AlignHCenter);
    layout->addWidget(m_sample, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return zone;
}

QWidget *StartPage::makeRecentColumn()
{
    auto *column = new QWidget(this);
    QFont bold = font();
    bold.setBold(true);
    m_recentTitle->setFont(bold);
    m_recentTitle->setContentsMargins(10, 0, 0, 0);
    m_recentTitle->setBuddy(m_recent);
    m_noRecent->setForegroundRole(QPalette::PlaceholderText);
    m_noRecent->setContentsMargins(10, 0, 0, 0);
    m_noRecent->setWordWrap(true);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setMouseTracking(true);
    m_recent->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_recentTitle);
    layout->addWidget(m_noRecent);
    layout->addWidget(m_recent, 1);
    layout->addStretch(0);
    return column;
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        auto *item = new QListWidgetItem(QFileInfo(path).fileName(), m_recent);
        item->setData(pathRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
        item->setData(Qt::AccessibleTextRole, path);
    }
    if (!paths.isEmpty())
        m_recent->setCurrentRow(0);
    m_recent->setVisible(!paths.isEmpty());
    m_noRecent->setVisible(paths.isEmpty());
}

void StartPage::setDropHighlighted(bool highlighted)
{
    m_dropZone->setProperty("lit", highlighted);
    m_dropZone->update();
}

void StartPage::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

void StartPage::setBusy(const QString &fileName)
{
    m_open->setEnabled(fileName.isEmpty());
    m_sample->setEnabled(fileName.isEmpty());
    if (fileName.isEmpty())
        retranslate();
    else
        m_dropText->setText(tr("Opening %1…").arg(fileName));
}

void StartPage::retranslate()
{
    m_tagline->setText(tr("Vietnamese diplomatic texts into English, with the right terms"));
    m_dropText->setText(tr("Drop a text or an XLIFF file here"));
    m_dropHint->setText(tr("The translation is kept beside it, as XLIFF 2.1"));
    m_open->setText(tr("&Open a file…"));
    m_sample->setText(tr("Open the sa&mple"));
    m_recentTitle->setText(tr("&Recent files"));
    m_noRecent->setText(tr("Files that you open are listed here."));
    m_recent->setAccessibleName(tr("Recent files"));
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace verbale::workbench
