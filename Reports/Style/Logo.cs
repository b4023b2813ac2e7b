using Insights.Analytics;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>A provider's logo: a PNG, kept as it is.</summary>
public sealed class Logo
{
    /// <summary>A larger one would make every file of a pack too large to mail.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Of either side.</summary>
    public const int MostPixels = 2000;

    private Logo(byte[] png, int width, int height) => (Png, Width, Height) = (png, width, height);

    /// <summary>The file's content.</summary>
    public byte[] Png { get; }

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>For a page that may load nothing.</summary>
    public string DataUri => "data:image/png;base64," + Convert.ToBase64String(Png);

    /// <summary>A logo of a picture's content.</summary>
    /// <param name="file">The theme that names it.</param>
    /// <param name="name">As the theme names it.</param>
    /// <param name="png">Its content.</param>
    /// <exception cref="SetupException">It is no PNG, or too large.</exception>
    public static Logo Of(string file, string name, byte[] png)
    {
        if (png.Length > MostBytes)
            throw WrongEntry.In(file, "logo", name, $"the picture is too large; up to {MostBytes / 1024} KB is right, so that a pack can be mailed",
                $"η εικόνα είναι πολύ μεγάλη· σωστό είναι έως {MostBytes / 1024} KB, ώστε τα αρχεία να στέλνονται με mail");
        using var content = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(content);
        if (codec?.EncodedFormat != SKEncodedImageFormat.Png)
            throw WrongEntry.In(file, "logo", name, "this is no PNG picture; save the logo as PNG", "δεν είναι εικόνα PNG· αποθηκεύστε το λογότυπο ως PNG");
        if (codec.Info.Width > MostPixels || codec.Info.Height > MostPixels)
            throw WrongEntry.In(file, "logo", name, $"the picture is {codec.Info.Width} × {codec.Info.Height} pixels; up to {MostPixels} a side is right",
                $"η εικόνα είναι {codec.Info.Width} × {codec.Info.Height} pixel· σωστό είναι έως {MostPixels} σε κάθε πλευρά");
        using var pixels = new SKBitmap(codec.Info);
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success)
            throw WrongEntry.In(file, "logo", name, "the picture is damaged; save the logo as PNG again", "η εικόνα είναι αλλοιωμένη· αποθηκεύστε ξανά το λογότυπο ως PNG");
        return new Logo(png, codec.Info.Width, codec.Info.Height);
    }

    /// <summary>Its size in a box, as large as fits, never stretched.</summary>
    public (float Width, float Height) Within(float width, float height)
    {
        var scale = Math.Min(width / Width, height / Height);
        return (Width * scale, Height * scale);
    }

    /// <summary>Draws it in the top right corner of a box.</summary>
    internal void Draw(SKCanvas canvas, SKRect box)
    {
        var (width, height) = Within(box.Width, box.Height);
        using var image = SKImage.FromEncodedData(Png);
        canvas.DrawImage(image, SKRect.Create(box.Right - width, box.Top, width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }
}
