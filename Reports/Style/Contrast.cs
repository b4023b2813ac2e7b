namespace Insights.Reports.Style;

/// <summary>How well colours are told from paper and from each other.</summary>
internal static class Contrast
{
    /// <summary>What WCAG 2 asks of text (1.4.3).</summary>
    public const double Text = 4.5;

    /// <summary>What WCAG 2 asks of marks that carry a meaning (1.4.11).</summary>
    public const double Marks = 3;

    /// <summary>Two series of one chart are this far apart in CIELAB to every eye below, or this far in lightness alone, which a grey print shows.</summary>
    public const double Apart = 20;

    /// <summary>Ordinary sight, then the two common kinds of colour blindness, as Machado, Oliveira and Fernandes (2009) model them: linear RGB in and out.</summary>
    private static readonly double[][] Eyes =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
    ];

    /// <summary>WCAG 2 contrast of a colour with the paper, 1 to 21.</summary>
    public static double WithPaper(Ink ink) => 1.05 / (Luminance(Linear(ink)) + 0.05);

    /// <summary>The colour made darker, no more than it must be, until its contrast with the paper is at least so much.</summary>
    public static Ink Darkened(Ink ink, double least)
    {
        var share = 100;
        while (share > 0 && WithPaper(Darker(ink, share)) < least)
            share--;
        return Darker(ink, share);
    }

    /// <summary>How far apart two colours are: the least CIELAB distance over the eyes above, or their difference in lightness, whichever tells more.</summary>
    public static double Between(Ink one, Ink other)
    {
        var (a, b) = (Linear(one), Linear(other));
        return Math.Max(Eyes.Min(eye => Distance(Lab(Seen(eye, a)), Lab(Seen(eye, b)))), Math.Abs(Lab(a)[0] - Lab(b)[0]));
    }

    private static Ink Darker(Ink ink, int percent)
    {
        uint Part(int shift) => (uint)(((ink.Rgb >> shift) & 0xFF) * percent / 100) << shift;
        return new(Part(16) | Part(8) | Part(0));
    }

    private static double[] Linear(Ink ink)
    {
        double Part(int shift) => ((ink.Rgb >> shift) & 0xFF) / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return [Part(16), Part(8), Part(0)];
    }

    private static double Luminance(double[] rgb) => (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);

    private static double[] Seen(double[] eye, double[] rgb) =>
        [.. Enumerable.Range(0, 3).Select(i => Math.Clamp((eye[i * 3] * rgb[0]) + (eye[(i * 3) + 1] * rgb[1]) + (eye[(i * 3) + 2] * rgb[2]), 0, 1))];

    /// <summary>L*, a*, b* under the daylight D65.</summary>
    private static double[] Lab(double[] rgb)
    {
        static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = Root(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.9505);
        var y = Root(Luminance(rgb));
        var z = Root(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
