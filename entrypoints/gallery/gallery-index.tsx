import './gallery.css';
import { scenes } from './scenes.ts';

/** Every scene in a frame of its own, as narrow as the panel; a link opens it alone, or wide. */
export function GalleryIndex() {
  return (
    <div class="gallery">
      {scenes.map((scene) => (
        <figure key={scene.name}>
          <figcaption>
            {scene.title} <a href={`?scene=${scene.name}`}>alone</a> <a href={`?scene=${scene.name}&wide`}>wide</a>
          </figcaption>
          <iframe title={scene.title} src={`?scene=${scene.name}`} loading="lazy" />
        </figure>
      ))}
    </div>
  );
}
